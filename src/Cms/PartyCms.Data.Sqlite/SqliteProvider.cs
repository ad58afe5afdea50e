using Microsoft.Data.Sqlite;
using Microsoft.Extensions.DependencyInjection;
using PartyCms.Kernel.Data;
using PartyCms.Kernel.Search;

namespace PartyCms.Data.Sqlite;

/// <summary>SQLite: one file, for one node.</summary>
public sealed class SqliteProvider : IDatabaseProvider
{
    private const int UniqueViolation = 2067;

    private const int PrimaryKeyViolation = 1555;

    private static readonly ConnectionSetup Setup = new();

    /// <inheritdoc />
    public string Name => "Sqlite";

    /// <inheritdoc />
    public bool HasSingleWriter => true;

    /// <inheritdoc />
    public ISearchIndex SearchIndex { get; } = new SqliteSearchIndex();

    /// <inheritdoc />
    public void Configure(DbContextOptionsBuilder options, string connectionString) =>
        options.UseSqlite(connectionString, sqlite => sqlite.MigrationsAssembly(typeof(SqliteProvider).Assembly.GetName().Name))
            .AddInterceptors(Setup);

    /// <inheritdoc />
    public void AddServices(IServiceCollection services) => services.AddHostedService<TidySearchIndex>();

    /// <inheritdoc />
    /// <remarks>SQLite serves one node; a second process that starts at the same time waits for this file.</remarks>
    public async Task<IAsyncDisposable> LockForMigrationAsync(CmsDbContext db, CancellationToken cancellationToken)
    {
        var connection = new SqliteConnectionStringBuilder(db.Database.GetConnectionString());
        var file = connection.DataSource;
        if (file.Length == 0 || file == ":memory:" || connection.Mode == SqliteOpenMode.Memory)
        {
            return new MigrationLock(null);
        }

        while (true)
        {
            try
            {
                return new MigrationLock(new FileStream(
                    file + ".migrating", FileMode.OpenOrCreate, FileAccess.ReadWrite, FileShare.None, 1, FileOptions.DeleteOnClose));
            }
            catch (IOException) when (!cancellationToken.IsCancellationRequested)
            {
                await Task.Delay(TimeSpan.FromMilliseconds(200), cancellationToken);
            }
        }
    }

    /// <inheritdoc />
    public bool IsUniqueViolation(DbUpdateException exception) =>
        exception.InnerException is SqliteException { SqliteExtendedErrorCode: UniqueViolation or PrimaryKeyViolation };

    private sealed class MigrationLock(FileStream? file) : IAsyncDisposable
    {
        public ValueTask DisposeAsync() => file?.DisposeAsync() ?? ValueTask.CompletedTask;
    }
}
