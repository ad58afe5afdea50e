using PartyCms.Contents.Scheduling;
using PartyCms.Kernel.Content;
using PartyCms.Kernel.Data;
using PartyCms.Kernel.Security;
using PartyCms.Kernel.Time;

namespace PartyCms.Contents.Desk;

/// <summary>What the caller finds on coming to the desk.</summary>
internal sealed record DeskOverview
{
    /// <summary>Content types the caller may write.</summary>
    public required IReadOnlyList<ContentType> Types { get; init; }

    /// <summary>The caller's own unpublished work, last changed first.</summary>
    public IReadOnlyList<ContentRow> Drafts { get; init; } = [];

    /// <summary>Published since Monday, newest first.</summary>
    public IReadOnlyList<ContentSummary> ThisWeek { get; init; } = [];

    /// <summary>What will be published or taken down by itself, soonest first.</summary>
    public IReadOnlyList<ScheduledRow> Scheduled { get; init; } = [];

    public int PublishedThisWeek { get; init; }

    public int PublishedInAll { get; init; }

    /// <summary>Items in the caller's scope that hold something readers do not see yet.</summary>
    public int Unpublished { get; init; }
}

/// <summary>Gathers the overview within the caller's scope.</summary>
internal sealed class ReadDeskOverview(
    ContentAccess access, ScheduledContent scheduled, CmsDbContext db, Caller caller, SiteTime time)
{
    private const int Shown = 5;

    public async Task<DeskOverview> RunAsync(CancellationToken cancellationToken)
    {
        var types = await access.GetEditableTypesAsync(cancellationToken);
        if (types.Count == 0)
        {
            return new DeskOverview { Types = types };
        }

        var drafts = new List<ContentRow>();
        var published = new List<IQueryable<ContentSummary>>();
        var unpublished = 0;
        foreach (var group in types.GroupBy(type => type.EditPermission))
        {
            var open = (await access.EditableAsync([.. group], cancellationToken)).AsNoTracking().Where(item => !item.Published);
            unpublished += await open.CountAsync(cancellationToken);
            drafts.AddRange(await ContentRow.Of(
                    open.Where(item => item.Author == caller.Name).OrderByDescending(item => item.ModifiedUtc).Take(Shown), db)
                .ToListAsync(cancellationToken));
            var names = group.Select(type => type.Name).ToList();
            published.Add(caller.ScopeOf(group.Key).Filter(
                db.Set<ContentSummary>().AsNoTracking().Where(row => names.Contains(row.ContentType)), db, row => row.OrgUnitId));
        }

        var all = published.Aggregate((left, right) => left.Concat(right));
        var monday = time.At(time.Today.AddDays(-(((int)time.Today.DayOfWeek + 6) % 7)), TimeOnly.MinValue);
        var recent = all.Where(row => row.PublishedUtc >= monday);
        return new DeskOverview
        {
            Types = types,
            Drafts = [.. drafts.Where(row => row.State != ContentState.Withdrawn).OrderByDescending(row => row.ModifiedUtc).Take(Shown)],
            ThisWeek = await recent.OrderByDescending(row => row.PublishedUtc).Take(Shown).ToListAsync(cancellationToken),
            PublishedThisWeek = await recent.CountAsync(cancellationToken),
            PublishedInAll = await all.CountAsync(cancellationToken),
            Unpublished = unpublished,
            Scheduled = await scheduled.ReadAsync(Shown, cancellationToken),
        };
    }
}
