namespace PartyCms.Kernel.Modularity;

/// <summary>The list of modules cannot be started; the message says which line to mend.</summary>
public sealed class ModuleCatalogueException : Exception
{
    /// <inheritdoc />
    public ModuleCatalogueException()
    {
    }

    /// <inheritdoc />
    public ModuleCatalogueException(string message)
        : base(message)
    {
    }

    /// <inheritdoc />
    public ModuleCatalogueException(string message, Exception innerException)
        : base(message, innerException)
    {
    }
}
