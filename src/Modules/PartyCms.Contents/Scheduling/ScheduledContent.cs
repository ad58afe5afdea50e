using PartyCms.Kernel.Content;
using PartyCms.Kernel.Content.Scheduling;
using PartyCms.Kernel.Data;
using PartyCms.Kernel.Security;

namespace PartyCms.Contents.Scheduling;

/// <summary>One act that waits for its time, with the title of its item.</summary>
internal sealed record ScheduledRow(ContentSchedule Schedule, string Title);

/// <summary>Lists what will happen by itself within the caller's scope, soonest first.</summary>
internal sealed class ScheduledContent(ContentAccess access, CmsDbContext db, Caller caller)
{
    public async Task<IReadOnlyList<ScheduledRow>> ReadAsync(int most, CancellationToken cancellationToken)
    {
        IQueryable<ContentSchedule>? rows = null;
        foreach (var type in await access.GetEditableTypesAsync(cancellationToken))
        {
            var own = caller.ScopeOf(type.EditPermission).Filter(
                db.Set<ContentSchedule>().AsNoTracking().Where(row => row.ContentType == type.Name), db, row => row.OrgUnitId);
            rows = rows is null ? own : rows.Concat(own);
        }

        if (rows is null)
        {
            return [];
        }

        var soonest = await rows.OrderBy(row => row.DueUtc).ThenBy(row => row.ContentItemId).Take(most).ToListAsync(cancellationToken);
        var ids = soonest.Select(row => row.ContentItemId).ToList();
        var titles = await db.Set<ContentItem>().Where(item => item.Latest && ids.Contains(item.ContentItemId))
            .ToDictionaryAsync(item => item.ContentItemId, item => item.DisplayText, cancellationToken);
        return [.. soonest.Select(row => new ScheduledRow(row, titles.GetValueOrDefault(row.ContentItemId) ?? ""))];
    }
}
