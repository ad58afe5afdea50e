using Microsoft.Extensions.Logging;
using PartyCms.Kernel.Audit;
using PartyCms.Kernel.Content;
using PartyCms.Kernel.Data;
using PartyCms.Kernel.Search;

namespace PartyCms.Search.Index;

/// <summary>
/// Writes every published item into the index again, a batch a transaction, so that the site goes on working
/// meanwhile and a break leaves nothing worse than before.
/// </summary>
internal sealed partial class RebuildSearchIndex(
    CmsDbContext db, ISearchIndex index, SearchEntries entries, AuditLog audit, ILogger<RebuildSearchIndex> logger)
{
    private const int BatchSize = 100;

    /// <summary>Rebuilds.</summary>
    /// <returns>How many items were written.</returns>
    public async Task<int> RunAsync(CancellationToken cancellationToken)
    {
        var after = "";
        var written = 0;
        while (true)
        {
            var batch = await ReadAsync(after, cancellationToken);
            if (batch.Count == 0)
            {
                break;
            }

            await using var transaction = await db.Database.BeginTransactionAsync(cancellationToken);
            foreach (var (summary, item) in batch)
            {
                await index.PutAsync(db, await entries.OfAsync(item, summary, cancellationToken), cancellationToken);
            }

            await transaction.CommitAsync(cancellationToken);
            written += batch.Count;
            after = batch[^1].Summary.ContentItemId;
        }

        var removed = await index.RemoveStrayAsync(db, cancellationToken);
        audit.Add("search.rebuilt", null, $"{written} written, {removed} removed");
        await db.SaveChangesAsync(cancellationToken);
        LogRebuilt(written, removed);
        return written;
    }

    private async Task<IReadOnlyList<(ContentSummary Summary, ContentItem Item)>> ReadAsync(string after, CancellationToken cancellationToken)
    {
#pragma warning disable CA1309 // The database compares; it knows no StringComparison.
        var rows = await (
            from summary in db.Set<ContentSummary>().AsNoTracking()
            join item in db.Set<ContentItem>().AsNoTracking() on summary.ContentItemVersionId equals item.ContentItemVersionId
            where string.Compare(summary.ContentItemId, after) > 0
            orderby summary.ContentItemId
            select new { summary, item }).Take(BatchSize).ToListAsync(cancellationToken);
#pragma warning restore CA1309
        return [.. rows.Select(row => (row.summary, row.item))];
    }

    [LoggerMessage(701, LogLevel.Information, "Search index rebuilt: {Written} items written, {Removed} removed")]
    private partial void LogRebuilt(int written, int removed);
}
