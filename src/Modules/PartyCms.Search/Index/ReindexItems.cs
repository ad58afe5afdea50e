using PartyCms.Kernel.Content;
using PartyCms.Kernel.Data;
using PartyCms.Kernel.Search;

namespace PartyCms.Search.Index;

/// <summary>Writes some published items into the index again, a batch a transaction.</summary>
internal sealed class ReindexItems(CmsDbContext db, ISearchIndex index, SearchEntries entries)
{
    private const int BatchSize = 100;

    /// <summary>Writes what the choice names; an item that is withdrawn meanwhile stays out.</summary>
    public async Task RunAsync(Func<IQueryable<ContentSummary>, IQueryable<ContentSummary>> choice, CancellationToken cancellationToken)
    {
        var ids = await choice(db.Set<ContentSummary>())
            .OrderBy(summary => summary.ContentItemId).Select(summary => summary.ContentItemId).ToListAsync(cancellationToken);
        foreach (var batch in ids.Chunk(BatchSize))
        {
            await using var transaction = await db.Database.BeginTransactionAsync(cancellationToken);
            var rows = await (
                from summary in db.Set<ContentSummary>().AsNoTracking()
                join item in db.Set<ContentItem>().AsNoTracking() on summary.ContentItemVersionId equals item.ContentItemVersionId
                where batch.Contains(summary.ContentItemId)
                select new { summary, item }).ToListAsync(cancellationToken);
            foreach (var row in rows)
            {
                await index.PutAsync(db, await entries.OfAsync(row.item, row.summary, cancellationToken), cancellationToken);
            }

            await transaction.CommitAsync(cancellationToken);
        }
    }
}
