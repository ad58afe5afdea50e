using PartyCms.Kernel.Audit;
using PartyCms.Kernel.Content;
using PartyCms.Kernel.Data;
using PartyCms.Kernel.Security;

namespace PartyCms.Disclosure.Approval;

/// <summary>Moves a case on and writes the step down, in the transaction of the caller.</summary>
internal sealed class ApprovalLog(CmsDbContext db, Caller caller, AuditLog audit, TimeProvider clock)
{
    /// <summary>Moves the case of a text on.</summary>
    /// <param name="text">The text it is said of.</param>
    /// <param name="act">The step.</param>
    /// <param name="next">Where it leads.</param>
    /// <param name="opinion">What is said, or null.</param>
    /// <param name="seenStamp">
    /// Stamp of the case as it was checked, 0 for none; the save fails if somebody else moved it since. Null skips that.
    /// </param>
    /// <param name="cancellationToken">Stops the reading.</param>
    public async Task MoveAsync(
        ContentItem text, ApprovalAct act, ApprovalState next, string? opinion, int? seenStamp, CancellationToken cancellationToken)
    {
        var now = clock.GetUtcNow();
        var row = await db.Set<DisclosureCase>().FindAsync([text.ContentItemId], cancellationToken);
        if (row is null)
        {
            row = new DisclosureCase { ContentItemId = text.ContentItemId, ContentItemVersionId = text.ContentItemVersionId };
            db.Add(row);
        }
        else if (seenStamp is { } seen)
        {
            db.Entry(row).Property(moved => moved.Stamp).OriginalValue = seen;
        }

        if (act == ApprovalAct.Propose || row.Round == 0)
        {
            row.Round++;
            row.ProposerId = caller.Id;
            row.ReviewerId = null;
        }
        else if (act == ApprovalAct.Review)
        {
            row.ReviewerId = caller.Id;
        }

        row.OrgUnitId = text.OrgUnitId;
        row.State = next;
        row.ContentItemVersionId = text.ContentItemVersionId;
        row.TextRevision = text.Revision;
        row.SinceUtc = now;
        row.Stamp = (seenStamp ?? row.Stamp) + 1;
        db.Add(new DisclosureApproval
        {
            ContentItemId = text.ContentItemId,
            ContentItemVersionId = text.ContentItemVersionId,
            TextRevision = text.Revision,
            Round = row.Round,
            Act = act,
            ActorId = caller.Id,
            ActorName = caller.Name,
            OccurredUtc = now,
            Opinion = string.IsNullOrWhiteSpace(opinion) ? null : opinion.Trim(),
        });
        audit.Add("disclosure." + act.ToString().ToLowerInvariant(), text.ContentItemId, opinion ?? text.DisplayText);
    }
}
