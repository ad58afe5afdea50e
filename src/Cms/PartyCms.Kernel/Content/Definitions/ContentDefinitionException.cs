namespace PartyCms.Kernel.Content.Definitions;

/// <summary>A definition is not usable; the message names the type or part and the fault.</summary>
public sealed class ContentDefinitionException : Exception
{
    /// <inheritdoc />
    public ContentDefinitionException()
    {
    }

    /// <inheritdoc />
    public ContentDefinitionException(string message)
        : base(message)
    {
    }

    /// <inheritdoc />
    public ContentDefinitionException(string message, Exception innerException)
        : base(message, innerException)
    {
    }
}
