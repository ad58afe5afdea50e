using System.Data.Common;
using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Migrations;
using Microsoft.Extensions.Logging;

namespace PartyCms.Kernel.Data;

/// <summary>Brings the schema up to date before the site answers: one node at a time, all pending migrations or none.</summary>
public sealed partial class DatabaseMigrator(CmsDbContext db, IDatabaseProvider provider, ILogger<DatabaseMigrator> logger)
{
    /// <summary>Applies what is pending.</summary>
    /// <exception cref="DatabaseMigrationException">A migration failed; the database is as it was before.</exception>
    public async Task MigrateAsync(CancellationToken cancellationToken)
    {
        await using var migrationLock = await provider.LockForMigrationAsync(db, cancellationToken);
        await db.Database.ExecuteSqlRawAsync(db.GetService<IHistoryRepository>().GetCreateIfNotExistsScript(), cancellationToken);
        var pending = (await db.Database.GetPendingMigrationsAsync(cancellationToken)).ToList();
        if (pending.Count == 0)
        {
            return;
        }

        LogPending(pending.Count, pending[^1]);
        await using var transaction = await db.Database.BeginTransactionAsync(cancellationToken);
        foreach (var migration in pending)
        {
            await ApplyAsync(migration, cancellationToken);
        }

        await transaction.CommitAsync(cancellationToken);
    }

    // The engine's own Migrate() commits after each migration. Running the generated commands inside one transaction
    // is what makes a failing upgrade leave nothing behind; both engines have transactional DDL.
    private async Task ApplyAsync(string name, CancellationToken cancellationToken)
    {
        var assembly = db.GetService<IMigrationsAssembly>();
        var migration = assembly.CreateMigration(assembly.Migrations[name], db.Database.ProviderName!);
        var history = db.GetService<IHistoryRepository>();
        var model = migration.TargetModel is { } target
            ? db.GetService<IModelRuntimeInitializer>().Initialize(target, designTime: true, validationLogger: null)
            : null;
        var commands = db.GetService<IMigrationsSqlGenerator>().Generate(migration.UpOperations, model);
        try
        {
            foreach (var command in commands)
            {
                await db.Database.ExecuteSqlRawAsync(Escape(command.CommandText), cancellationToken);
            }

            var row = new HistoryRow(name, ProductInfo.GetVersion());
            await db.Database.ExecuteSqlRawAsync(Escape(history.GetInsertScript(row)), cancellationToken);
        }
        catch (DbException exception)
        {
            throw new DatabaseMigrationException(
                $"The database upgrade '{name}' failed and was undone: {exception.Message} " +
                "The data is as it was before. Restore the previous version of the program, or mend the cause and start again.",
                exception);
        }
    }

    // ExecuteSqlRaw reads braces as parameters.
    private static string Escape(string sql) => sql.Replace("{", "{{", StringComparison.Ordinal).Replace("}", "}}", StringComparison.Ordinal);

    [LoggerMessage(101, LogLevel.Information, "Applying {Count} database migrations up to {Last}")]
    private partial void LogPending(int count, string last);
}
