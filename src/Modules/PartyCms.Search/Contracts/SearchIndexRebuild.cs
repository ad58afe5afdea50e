using Microsoft.Extensions.Logging;
using PartyCms.Kernel.Audit;
using PartyCms.Kernel.Content;
using PartyCms.Kernel.Data;
using PartyCms.Kernel.Search;
using PartyCms.Kernel.Settings;
using PartyCms.Search.Index;

namespace PartyCms.Search.Contracts;

/// <summary>
/// Writes every published item into the index again, a batch a transaction, so that the site goes on working
/// meanwhile. The place that was reached is kept with each batch: a rebuild that broke off goes on from there, and one
/// that is repeated leaves the same index.
/// </summary>
public sealed partial class SearchIndexRebuild
{
    private const int BatchSize = 100;

    private const string ReachedSetting = "search.rebuild-reached";

    private readonly CmsDbContext _db;
    private readonly ISearchIndex _index;
    private readonly SearchEntries _entries;
    private readonly SiteSettings _settings;
    private readonly AuditLog _audit;
    private readonly ILogger<SearchIndexRebuild> _logger;

    /// <summary>Made by the container only: what it needs is the module's own.</summary>
    internal SearchIndexRebuild(
        CmsDbContext db, ISearchIndex index, SearchEntries entries, SiteSettings settings, AuditLog audit, ILogger<SearchIndexRebuild> logger) =>
        (_db, _index, _entries, _settings, _audit, _logger) = (db, index, entries, settings, audit, logger);

    /// <summary>Rebuilds, or goes on with a rebuild that broke off.</summary>
    /// <param name="progress">Told after each batch; null where nobody watches.</param>
    /// <param name="cancellationToken">Breaks off after the present batch; the next rebuild goes on from there.</param>
    /// <returns>How many items were written, and how many entries of items that are no longer published were taken out.</returns>
    public async Task<RebuiltIndex> RunAsync(IProgress<RebuildProgress>? progress, CancellationToken cancellationToken)
    {
        var all = await _db.Set<ContentSummary>().CountAsync(cancellationToken);
        _settings.Forget();
        var after = await _settings.GetAsync(ReachedSetting, cancellationToken) ?? "";
        var done = await CountUntilAsync(after, cancellationToken);
        var written = 0;
        while (true)
        {
            var batch = await ReadAsync(after, cancellationToken);
            if (batch.Count == 0)
            {
                break;
            }

            after = batch[^1].Summary.ContentItemId;
            await WriteAsync(batch, after, cancellationToken);
            written += batch.Count;
            progress?.Report(new RebuildProgress(Math.Min(done + written, all), all));
        }

        var removed = await _index.RemoveStrayAsync(_db, cancellationToken);
        await _index.CompactAsync(_db, cancellationToken);
        await _settings.SetAsync(ReachedSetting, "", cancellationToken);
        _audit.Add("search.rebuilt", null, $"{written} written, {removed} removed");
        await _db.SaveChangesAsync(cancellationToken);
        LogRebuilt(written, removed);
        return new RebuiltIndex(written, removed);
    }

    private async Task WriteAsync(
        IReadOnlyList<(ContentSummary Summary, ContentItem Item)> batch, string reached, CancellationToken cancellationToken)
    {
        await using var transaction = await _db.Database.BeginTransactionAsync(cancellationToken);
        foreach (var (summary, item) in batch)
        {
            // Read before the transaction began: what was withdrawn or published anew since then has its entry already.
            if (await _db.Set<ContentSummary>().AnyAsync(
                row => row.ContentItemId == summary.ContentItemId && row.ContentItemVersionId == summary.ContentItemVersionId,
                cancellationToken))
            {
                await _index.PutAsync(_db, await _entries.OfAsync(item, summary, cancellationToken), cancellationToken);
            }
        }

        await _settings.SetAsync(ReachedSetting, reached, cancellationToken);
        await _db.SaveChangesAsync(cancellationToken);
        await transaction.CommitAsync(cancellationToken);
        _db.ChangeTracker.Clear();
    }

#pragma warning disable CA1309 // The database compares; it knows no StringComparison.
    private Task<int> CountUntilAsync(string after, CancellationToken cancellationToken) =>
        _db.Set<ContentSummary>().CountAsync(summary => string.Compare(summary.ContentItemId, after) <= 0, cancellationToken);

    private async Task<IReadOnlyList<(ContentSummary Summary, ContentItem Item)>> ReadAsync(string after, CancellationToken cancellationToken)
    {
        var rows = await (
            from summary in _db.Set<ContentSummary>().AsNoTracking()
            join item in _db.Set<ContentItem>().AsNoTracking() on summary.ContentItemVersionId equals item.ContentItemVersionId
            where string.Compare(summary.ContentItemId, after) > 0
            orderby summary.ContentItemId
            select new { summary, item }).Take(BatchSize).ToListAsync(cancellationToken);
        return [.. rows.Select(row => (row.summary, row.item))];
    }
#pragma warning restore CA1309

    [LoggerMessage(701, LogLevel.Information, "Search index rebuilt: {Written} items written, {Removed} removed")]
    private partial void LogRebuilt(int written, int removed);
}

/// <summary>How far a rebuild has come.</summary>
/// <param name="Done">Items written.</param>
/// <param name="All">Items to write.</param>
public readonly record struct RebuildProgress(int Done, int All);

/// <summary>What a rebuild did.</summary>
/// <param name="Written">Items written by this run.</param>
/// <param name="Removed">Entries taken out because their items are no longer published.</param>
public readonly record struct RebuiltIndex(int Written, int Removed);
