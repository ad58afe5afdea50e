namespace PartyCms.Kernel.Recipes;

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
