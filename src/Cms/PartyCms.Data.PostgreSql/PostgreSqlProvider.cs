using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Storage;
using Microsoft.Extensions.DependencyInjection;
using Npgsql;
using PartyCms.Kernel.Data;
using PartyCms.Kernel.Search;

namespace PartyCms.Data.PostgreSql;

/// <summary>PostgreSQL 15 and later, for one node or several.</summary>
public sealed class PostgreSqlProvider : Kernel.Data.IDatabaseProvider
{
    // Any constant does; this one spells "party" on a keypad.
    private const long MigrationLockKey = 72789;

    private static readonly StorableText Text = new();

    /// <inheritdoc />
    public string Name => "PostgreSql";

    /// <inheritdoc />
    public bool HasSingleWriter => false;

    /// <inheritdoc />
    public ISearchIndex SearchIndex { get; } = new PostgreSqlSearchIndex();

    /// <inheritdoc />
    public void Configure(DbContextOptionsBuilder options, string connectionString) =>
        options.UseNpgsql(connectionString, npgsql => npgsql.MigrationsAssembly(typeof(PostgreSqlProvider).Assembly.GetName().Name))
            .AddInterceptors(Text);

    /// <inheritdoc />
    /// <remarks>The server tidies its indexes itself.</remarks>
    public void AddServices(IServiceCollection services)
    {
    }

    /// <inheritdoc />
    public async Task<IAsyncDisposable> LockForMigrationAsync(CmsDbContext db, CancellationToken cancellationToken)
    {
        var creator = db.GetService<IRelationalDatabaseCreator>();
        if (!await creator.ExistsAsync(cancellationToken))
        {
            await creator.CreateAsync(cancellationToken);
        }

        // A session lock on a connection of its own: it is gone with the process, whatever happens.
        var connection = new NpgsqlConnection(db.Database.GetConnectionString());
        await connection.OpenAsync(cancellationToken);
        await using var command = new NpgsqlCommand("SELECT pg_advisory_lock($1)", connection);
        command.CommandTimeout = 0;
        command.Parameters.Add(new NpgsqlParameter<long> { TypedValue = MigrationLockKey });
        await command.ExecuteNonQueryAsync(cancellationToken);
        return connection;
    }

    /// <inheritdoc />
    public bool IsUniqueViolation(DbUpdateException exception) =>
        exception.InnerException is PostgresException { SqlState: PostgresErrorCodes.UniqueViolation };
}
