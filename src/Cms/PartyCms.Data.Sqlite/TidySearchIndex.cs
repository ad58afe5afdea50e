using Microsoft.Data.Sqlite;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using PartyCms.Kernel.Data;

namespace PartyCms.Data.Sqlite;

/// <summary>
/// Merges the small trees of the search index beside the writers, in steps of a few milliseconds. Left to the engine,
/// the publication that fills a page count does it, and one in five would take three times as long as the others.
/// </summary>
internal sealed partial class TidySearchIndex(
    IServiceScopeFactory scopes, TimeProvider clock, ILogger<TidySearchIndex> logger) : BackgroundService
{
    private const int PagesOfStep = 16;

    private static readonly TimeSpan LookEvery = TimeSpan.FromSeconds(2);

    private static readonly TimeSpan BetweenSteps = TimeSpan.FromMilliseconds(10);

    // Whoever writes goes first; the index can wait until nobody does.
    private static readonly TimeSpan WhileOthersWrite = TimeSpan.FromMilliseconds(250);

    /// <inheritdoc />
    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        await using var scope = scopes.CreateAsyncScope();
        var db = scope.ServiceProvider.GetRequiredService<CmsDbContext>();
        await db.Database.OpenConnectionAsync(stoppingToken);
        var seen = 0L;
        while (!stoppingToken.IsCancellationRequested)
        {
            try
            {
                seen = await TidyAsync(db, seen, stoppingToken);
            }
            catch (SqliteException exception)
            {
                LogFailed(exception);
            }

            await Task.Delay(LookEvery, clock, stoppingToken);
        }
    }

    /// <summary>Merges until nothing is left to merge, if anything was written since the last look.</summary>
    /// <returns>The version of the data that was seen.</returns>
    internal async Task<long> TidyAsync(CmsDbContext db, long seen, CancellationToken cancellationToken)
    {
        var version = await ReadVersionAsync(db, cancellationToken);
        if (version == seen)
        {
            return seen;
        }

        while (await SqliteSearchIndex.MergeAsync(db, PagesOfStep, cancellationToken))
        {
            var latest = await ReadVersionAsync(db, cancellationToken);
            await Task.Delay(latest == version ? BetweenSteps : WhileOthersWrite, clock, cancellationToken);
            version = latest;
        }

        return version;
    }

    // It changes when another connection commits; asking for it costs a look at shared memory.
    private static Task<long> ReadVersionAsync(CmsDbContext db, CancellationToken cancellationToken) =>
        db.Database.SqlQuery<long>($"""SELECT data_version AS "Value" FROM pragma_data_version""").SingleAsync(cancellationToken);

    [LoggerMessage(291, LogLevel.Warning, "The search index could not be tidied; trying again")]
    private partial void LogFailed(Exception exception);
}
