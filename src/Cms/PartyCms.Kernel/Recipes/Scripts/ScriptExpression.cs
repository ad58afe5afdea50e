namespace PartyCms.Kernel.Recipes.Scripts;

/// <summary>A script as understood: texts, calls of named functions, and texts put together with <c>+</c>.</summary>
internal abstract record ScriptExpression
{
    private ScriptExpression()
    {
    }

    /// <summary>A text as it stands.</summary>
    public sealed record Literal(string Text) : ScriptExpression;

    /// <summary>A function with its arguments.</summary>
    public sealed record Call(string Function, IReadOnlyList<ScriptExpression> Arguments) : ScriptExpression;

    /// <summary>Texts one after the other.</summary>
    public sealed record Sum(IReadOnlyList<ScriptExpression> Terms) : ScriptExpression;
}
