namespace PartyCms.Kernel.Recipes;

/// <summary>What came of a recipe, for the person who ran it.</summary>
public sealed class RecipeReport
{
    private readonly List<string> _applied = [];
    private readonly List<string> _warnings = [];

    /// <summary>What was done, one line a step.</summary>
    public IReadOnlyList<string> Applied => _applied;

    /// <summary>What was passed over or not understood, with its place.</summary>
    public IReadOnlyList<string> Warnings => _warnings;

    /// <summary>Tells of something done.</summary>
    public void Apply(string line) => _applied.Add(line);

    /// <summary>Tells of something passed over.</summary>
    public void Warn(string line) => _warnings.Add(line);
}

/// <summary>A recipe cannot be carried out; the message names step and place.</summary>
public sealed class RecipeException : Exception
{
    /// <inheritdoc />
    public RecipeException()
    {
    }

    /// <inheritdoc />
    public RecipeException(string message)
        : base(message)
    {
    }

    /// <inheritdoc />
    public RecipeException(string message, Exception innerException)
        : base(message, innerException)
    {
    }
}
