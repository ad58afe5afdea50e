namespace PartyCms.Kernel.Data;

/// <summary>The schema could not be brought up to date; nothing was changed. The message is for the operator.</summary>
public sealed class DatabaseMigrationException : Exception
{
    /// <inheritdoc />
    public DatabaseMigrationException()
    {
    }

    /// <inheritdoc />
    public DatabaseMigrationException(string message)
        : base(message)
    {
    }

    /// <inheritdoc />
    public DatabaseMigrationException(string message, Exception innerException)
        : base(message, innerException)
    {
    }
}
