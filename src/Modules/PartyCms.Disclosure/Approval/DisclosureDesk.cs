using PartyCms.Disclosure.Documents;
using PartyCms.Kernel.Content;
using PartyCms.Kernel.Data;
using PartyCms.Kernel.Security;

namespace PartyCms.Disclosure.Approval;

/// <summary>What of the procedure the caller may see. A document of a foreign subtree is not there.</summary>
internal sealed class DisclosureDesk(CmsDbContext db, Caller caller)
{
    private const int InboxLength = 100;

    private static readonly IReadOnlyList<(ApprovalState State, string Permission)> Stages =
    [
        (ApprovalState.Draft, DisclosurePermissions.Edit),
        (ApprovalState.Proposed, DisclosurePermissions.Review),
        (ApprovalState.Reviewed, DisclosurePermissions.Approve),
        (ApprovalState.Approved, DisclosurePermissions.Edit),
    ];

    /// <summary>One document, or null where there is none for the caller.</summary>
    public async Task<DisclosureFile?> FindAsync(string contentItemId, CancellationToken cancellationToken)
    {
        var text = await db.Set<ContentItem>().AsNoTracking().SingleOrDefaultAsync(
            item => item.ContentItemId == contentItemId && item.Latest && item.ContentType == DisclosureFields.ContentType, cancellationToken);
        if (text is null)
        {
            return null;
        }

        var found = await db.Set<DisclosureCase>().AsNoTracking()
            .SingleOrDefaultAsync(row => row.ContentItemId == contentItemId, cancellationToken);
        var state = DisclosureCase.StateOf(found, text);
        if (!await MaySeeAsync(text, isProposed: state != ApprovalState.Draft || found?.Covers(text) == true, cancellationToken))
        {
            return null;
        }

        var steps = await db.Set<DisclosureApproval>().AsNoTracking()
            .Where(step => step.ContentItemId == contentItemId).OrderBy(step => step.Id).ToListAsync(cancellationToken);
        var acts = new List<ApprovalAct>();
        foreach (var act in Enum.GetValues<ApprovalAct>())
        {
            if (ApprovalProcedure.Next(state, act) is not null
                && !ApprovalProcedure.IsOwnWork(act, caller.Id, found?.ProposerId, found?.ReviewerId)
                && await caller.CanAsync(ApprovalProcedure.PermissionFor(state, act), text.OrgUnitId, cancellationToken))
            {
                acts.Add(act);
            }
        }

        return new DisclosureFile(text, found, state, steps, acts);
    }

    /// <summary>What waits for the caller, longest first: own stage only, within the caller's scope, not the caller's own work.</summary>
    public async Task<IReadOnlyList<InboxRow>> InboxAsync(CancellationToken cancellationToken)
    {
        await caller.LoadAsync(cancellationToken);
        var id = caller.Id;
        var rows = new List<InboxRow>();
        foreach (var (state, permission) in Stages)
        {
            var cases = db.Set<DisclosureCase>().AsNoTracking().Where(row => row.State == state);
            if (state is ApprovalState.Proposed or ApprovalState.Reviewed)
            {
                cases = cases.Where(row => row.ProposerId != id && (row.ReviewerId == null || row.ReviewerId != id));
            }

            rows.AddRange(await (
                from row in caller.ScopeOf(permission).Filter(cases, db, row => row.OrgUnitId)
                join text in db.Set<ContentItem>()
                    on new { row.ContentItemId, row.ContentItemVersionId, Revision = row.TextRevision }
                    equals new { text.ContentItemId, text.ContentItemVersionId, text.Revision }
                where text.Latest
                orderby row.SinceUtc, row.ContentItemId
                select new InboxRow(row.ContentItemId, text.DisplayText ?? "", row.OrgUnitId, state, row.SinceUtc))
                .Take(InboxLength).ToListAsync(cancellationToken));
        }

        return [.. rows.OrderBy(row => row.SinceUtc)];
    }

    /// <summary>Drafts of the caller's branches that no round covers, newest first.</summary>
    public async Task<IReadOnlyList<InboxRow>> DraftsAsync(CancellationToken cancellationToken)
    {
        await caller.LoadAsync(cancellationToken);
        var drafts = db.Set<ContentItem>().AsNoTracking().Where(item => item.Latest && !item.Published
            && item.ContentType == DisclosureFields.ContentType
            && !db.Set<ContentTombstone>().Any(tombstone => tombstone.ContentItemId == item.ContentItemId)
            && !db.Set<DisclosureCase>().Any(row => row.ContentItemId == item.ContentItemId
                && row.ContentItemVersionId == item.ContentItemVersionId && row.TextRevision == item.Revision));
        return await caller.ScopeOf(DisclosurePermissions.Edit).Filter(drafts, db, item => item.OrgUnitId)
            .OrderByDescending(item => item.ModifiedUtc).ThenByDescending(item => item.Id).Take(InboxLength)
            .Select(item => new InboxRow(
                item.ContentItemId, item.DisplayText ?? "", item.OrgUnitId, ApprovalState.Draft, item.ModifiedUtc ?? default))
            .ToListAsync(cancellationToken);
    }

    // What was not yet proposed is nobody's business above the branch.
    private async Task<bool> MaySeeAsync(ContentItem text, bool isProposed, CancellationToken cancellationToken) =>
        await caller.CanAsync(DisclosurePermissions.Edit, text.OrgUnitId, cancellationToken)
        || (isProposed
            && (await caller.CanAsync(DisclosurePermissions.Review, text.OrgUnitId, cancellationToken)
                || await caller.CanAsync(DisclosurePermissions.Approve, text.OrgUnitId, cancellationToken)));
}

/// <summary>One line of the inbox.</summary>
internal sealed record InboxRow(string ContentItemId, string Title, Guid? OrgUnitId, ApprovalState State, DateTimeOffset SinceUtc);
