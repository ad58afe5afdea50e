using PartyCms.Kernel.Content;
using PartyCms.Kernel.Data;
using PartyCms.Kernel.Security;
using PartyCms.Kernel.Time;
using PartyCms.Organization.Contracts;

namespace PartyCms.Contents.Organizing.Columns;

/// <summary>A column with what stands in it and how fresh it is.</summary>
/// <param name="Column">The column.</param>
/// <param name="Type">Its content type.</param>
/// <param name="Items">Published items in it.</param>
/// <param name="LastUtc">First publication of the newest of them, or null.</param>
/// <param name="Freshness">How it keeps its promise.</param>
/// <param name="Owner">Who keeps it up to date, in words; empty where nobody does.</param>
/// <param name="IsMine">Whether the caller belongs to the owner.</param>
internal sealed record ColumnStatus(
    ContentColumn Column, ContentType Type, int Items, DateTimeOffset? LastUtc, Freshness Freshness, string Owner, bool IsMine);

/// <summary>Reads how the columns stand. Nothing is stored: the newest item of a column is one step in an index.</summary>
internal sealed class ReadColumnStatus(CmsDbContext db, ContentAccess access, Caller caller, BranchDirectory units, SiteTime time)
{
    /// <summary>The columns of the types the caller may write, by type and position.</summary>
    public async Task<IReadOnlyList<ColumnStatus>> RunAsync(CancellationToken cancellationToken)
    {
        var types = await access.GetEditableTypesAsync(cancellationToken);
        var names = types.Select(type => type.Name).ToList();
        var summaries = db.Set<ContentSummary>();
        var rows = await db.Set<ContentColumn>().AsNoTracking().Where(column => names.Contains(column.ContentType))
            .OrderBy(column => column.Position).ThenBy(column => column.Name)
            .Select(column => new
            {
                Column = column,
                Items = summaries.Count(row => row.ContentType == column.ContentType && row.Column == column.Name),
                Last = summaries.Where(row => row.ContentType == column.ContentType && row.Column == column.Name)
                    .Max(row => (DateTimeOffset?)row.PublishedUtc),
            }).ToListAsync(cancellationToken);
        var statuses = new List<ColumnStatus>(rows.Count);
        foreach (var type in types)
        {
            foreach (var row in rows.Where(row => row.Column.ContentType == type.Name))
            {
                var column = row.Column;
                statuses.Add(new ColumnStatus(
                    column, type, row.Items, row.Last, FreshnessOf(column, row.Last),
                    await OwnerOfAsync(column, cancellationToken), await IsMineAsync(column, type, cancellationToken)));
            }
        }

        return statuses;
    }

    /// <summary>What the caller should see to: columns of theirs, or of nobody's and everybody's where they may write everywhere.</summary>
    public async Task<IReadOnlyList<ColumnStatus>> DueAsync(CancellationToken cancellationToken) =>
    [
        .. (await RunAsync(cancellationToken))
            .Where(status => status.Freshness.State is FreshnessState.Overdue or FreshnessState.DueSoon)
            .Where(status => status.IsMine || caller.ScopeOf(status.Type.EditPermission).IsEverywhere)
            .OrderByDescending(status => status.Freshness.DaysLate).ThenBy(status => status.Freshness.DueOn),
    ];

    private Freshness FreshnessOf(ContentColumn column, DateTimeOffset? last) => Freshness.Of(
        column.FreshDays, column.PausedUntil, time.DayOf(column.CreatedUtc), last is { } instant ? time.DayOf(instant) : null, time.Today);

    private async Task<string> OwnerOfAsync(ContentColumn column, CancellationToken cancellationToken)
    {
        var unit = await units.NameOfAsync(column.OwnerUnitId, cancellationToken);
        var role = column.OwnerRole is null ? "" : Roles.DisplayName(column.OwnerRole);
        return string.Join(" ", new[] { unit, role, column.Contact }.Where(text => text.Length > 0));
    }

    // The owner's people are those who may write for the unit, or hold the role; both, where both are named.
    private async Task<bool> IsMineAsync(ContentColumn column, ContentType type, CancellationToken cancellationToken) =>
        (column.OwnerUnitId is not null || column.OwnerRole is not null)
        && (column.OwnerUnitId is not { } unit || await caller.CanAsync(type.EditPermission, unit, cancellationToken))
        && (column.OwnerRole is not { } role || await HoldsAsync(role, cancellationToken));

    private Task<bool> HoldsAsync(string role, CancellationToken cancellationToken)
    {
        var id = caller.Id;
        return db.Set<RoleAssignment>().AnyAsync(
            assignment => assignment.SubjectId == id && (assignment.Role == role || assignment.Role == Roles.Administrator), cancellationToken);
    }
}
