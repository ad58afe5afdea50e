using PartyCms.Kernel.Data;
using PartyCms.Kernel.Security;

namespace PartyCms.Contents.Presence;

/// <summary>
/// A hint, no lock: who else has an item open. An open editor gives a sign of life every twenty seconds; three missed
/// signs and the person is gone. Callers have found the item for the present person first.
/// </summary>
internal sealed class WhoIsEditing(CmsDbContext db, IDatabaseProvider provider, Caller caller, TimeProvider clock)
{
    private const int MostNames = 5;

    private static readonly TimeSpan Gone = TimeSpan.FromSeconds(60);

    private static readonly TimeSpan Kept = TimeSpan.FromMinutes(10);

    /// <summary>Notes that the caller has the item open; gives the names of the others.</summary>
    public async Task<IReadOnlyList<string>> EnterAsync(string contentItemId, CancellationToken cancellationToken)
    {
        var now = clock.GetUtcNow();
        await db.Set<EditingPresence>().Where(row => row.SeenUtc < now - Kept).ExecuteDeleteAsync(cancellationToken);
        var known = await Own(contentItemId).ExecuteUpdateAsync(set => set.SetProperty(row => row.SeenUtc, now), cancellationToken);
        if (known == 0)
        {
            await AddAsync(contentItemId, now, cancellationToken);
        }

        return (await ReadAsync([contentItemId], cancellationToken)).GetValueOrDefault(contentItemId) ?? [];
    }

    /// <summary>Notes that the caller closed the item.</summary>
    public Task LeaveAsync(string contentItemId, CancellationToken cancellationToken) =>
        Own(contentItemId).ExecuteDeleteAsync(cancellationToken);

    /// <summary>The names of others who have items open, by id of the item.</summary>
    public async Task<IReadOnlyDictionary<string, IReadOnlyList<string>>> ReadAsync(
        IReadOnlyList<string> contentItemIds, CancellationToken cancellationToken)
    {
        var (since, me) = (clock.GetUtcNow() - Gone, caller.Id);
        var rows = await db.Set<EditingPresence>().AsNoTracking()
            .Where(row => contentItemIds.Contains(row.ContentItemId) && row.SeenUtc > since && row.AccountId != me)
            .OrderBy(row => row.Name).ToListAsync(cancellationToken);
        return rows.GroupBy(row => row.ContentItemId, StringComparer.Ordinal).ToDictionary(
            group => group.Key,
            group => (IReadOnlyList<string>)[.. group.Take(MostNames).Select(row => ActorName.Shown(row.Name))],
            StringComparer.Ordinal);
    }

    private IQueryable<EditingPresence> Own(string contentItemId)
    {
        var me = caller.Id;
        return db.Set<EditingPresence>().Where(row => row.ContentItemId == contentItemId && row.AccountId == me);
    }

    private async Task AddAsync(string contentItemId, DateTimeOffset now, CancellationToken cancellationToken)
    {
        var row = new EditingPresence
        {
            ContentItemId = contentItemId, AccountId = caller.Id ?? "", Name = caller.Name, SeenUtc = now,
        };
        db.Add(row);
        try
        {
            await db.SaveChangesAsync(cancellationToken);
        }
        catch (DbUpdateException exception) when (provider.IsUniqueViolation(exception))
        {
            // The same person opened it in two windows at once.
            db.Entry(row).State = EntityState.Detached;
        }
    }
}
