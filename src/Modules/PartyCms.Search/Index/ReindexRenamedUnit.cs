using PartyCms.Kernel.Content;
using PartyCms.Kernel.Data;
using PartyCms.Kernel.Outbox;
using PartyCms.Kernel.Search;
using PartyCms.Organization.Contracts;

namespace PartyCms.Search.Index;

/// <summary>Lets what belongs to a branch be found by its new name, a batch a transaction.</summary>
internal sealed class ReindexRenamedUnit(
    CmsDbContext db, ISearchIndex index, SearchEntries entries, BranchDirectory branches) : IEventSubscriber<OrgUnitRenamed>
{
    private const int BatchSize = 100;

    public async Task HandleAsync(OrgUnitRenamed cmsEvent, CancellationToken cancellationToken)
    {
        // Another node may have remembered the old name for up to a minute.
        branches.Forget();
        var ids = await db.Set<ContentSummary>().Where(summary => summary.OrgUnitId == cmsEvent.OrgUnitId)
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
