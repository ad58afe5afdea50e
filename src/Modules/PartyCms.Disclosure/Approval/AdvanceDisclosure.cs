using PartyCms.Disclosure.Documents;
using PartyCms.Disclosure.PrivacyScan;
using PartyCms.Kernel.Content;
using PartyCms.Kernel.Data;
using PartyCms.Kernel.Security;
using PartyCms.Kernel.Time;

namespace PartyCms.Disclosure.Approval;

/// <summary>Takes one step of the procedure: checks who, from where and for which text, then moves the case on.</summary>
internal sealed class AdvanceDisclosure(
    CmsDbContext db,
    IDatabaseProvider provider,
    DisclosureDesk desk,
    ContentStore store,
    ApprovalLog log,
    PublicationGrounds grounds,
    Caller caller,
    SiteTime time)
{
    /// <summary>Takes a step.</summary>
    /// <param name="contentItemId">Id of the document.</param>
    /// <param name="act">The step.</param>
    /// <param name="opinion">What goes into the form.</param>
    /// <param name="seen">Stamp of the text the caller has read (<see cref="DisclosureFile.TextStamp" />).</param>
    /// <param name="cancellationToken">Stops the act.</param>
    public async Task<ApprovalOutcome> RunAsync(
        string contentItemId, ApprovalAct act, string? opinion, string? seen, CancellationToken cancellationToken)
    {
        var file = await desk.FindAsync(contentItemId, cancellationToken);
        if (file is null)
        {
            return ApprovalOutcome.NotFound;
        }

        var text = file.Text;
        if (!await caller.CanAsync(ApprovalProcedure.PermissionFor(file.State, act), text.OrgUnitId, cancellationToken))
        {
            return ApprovalOutcome.Forbidden;
        }

        if (ApprovalProcedure.Next(file.State, act) is not { } next || seen != file.TextStamp)
        {
            return ApprovalOutcome.Conflict;
        }

        if (ApprovalProcedure.IsOwnWork(act, caller.Id, file.Case?.ProposerId, file.Case?.ReviewerId))
        {
            return ApprovalOutcome.Refused("提出、审核、审批须由不同的人办理，这一步请换一位同志。");
        }

        if (Fault(text, act, opinion) is { } fault)
        {
            return ApprovalOutcome.Refused(fault);
        }

        var stamp = file.Case?.Stamp ?? 0;
        return next == ApprovalState.Published
            ? await PublishAsync(text, act, opinion, stamp, cancellationToken)
            : await MoveAsync(text, act, next, opinion, stamp, cancellationToken);
    }

    private string? Fault(ContentItem text, ApprovalAct act, string? opinion)
    {
        if (ApprovalProcedure.NeedsOpinion(act) && string.IsNullOrWhiteSpace(opinion))
        {
            return act == ApprovalAct.Return ? "请写明退回的原因。" : "请写明直接发布的理由，它会留在审批记录里。";
        }

        if (opinion?.Length > DisclosureApprovalConfiguration.OpinionLength)
        {
            return $"意见最多 {DisclosureApprovalConfiguration.OpinionLength} 个字。";
        }

        if (act is not (ApprovalAct.Propose or ApprovalAct.PublishDirectly))
        {
            return null;
        }

        var faults = DisclosureRules.Check(text.Parts, isComplete: true).Select(problem => problem.Message)
            .Concat(DisclosureScan.Of(text, time.Today).Where(finding => finding.IsBlocking)
                .Select(finding => finding.Message + "，请删去或隐去后再办理。"));
        var all = string.Join(" ", faults);
        return all.Length == 0 ? null : all;
    }

    private async Task<ApprovalOutcome> MoveAsync(
        ContentItem text, ApprovalAct act, ApprovalState next, string? opinion, int stamp, CancellationToken cancellationToken)
    {
        await log.MoveAsync(text, act, next, opinion, stamp, cancellationToken);
        try
        {
            await db.SaveChangesAsync(cancellationToken);
            return ApprovalOutcome.Done;
        }
        catch (DbUpdateConcurrencyException)
        {
            return ApprovalOutcome.Conflict;
        }
        catch (DbUpdateException exception) when (provider.IsUniqueViolation(exception))
        {
            return ApprovalOutcome.Conflict;
        }
    }

    // The revision is compared by the store, so that what was approved and nothing else is published.
    private async Task<ApprovalOutcome> PublishAsync(
        ContentItem text, ApprovalAct act, string? opinion, int stamp, CancellationToken cancellationToken)
    {
        grounds.Give(act, opinion, stamp);
        var outcome = await store.PublishAsync(
            new ContentEdit
            {
                ContentItemId = text.ContentItemId,
                ContentType = text.ContentType,
                Parts = text.Parts,
                ExpectedRevision = text.Revision,
            },
            cancellationToken);
        return outcome.Verdict switch
        {
            ContentVerdict.Done => ApprovalOutcome.Done,
            ContentVerdict.NotFound => ApprovalOutcome.NotFound,
            ContentVerdict.Invalid => ApprovalOutcome.Refused(string.Join(" ", outcome.Problems.Select(problem => problem.Message))),
            _ => ApprovalOutcome.Conflict,
        };
    }
}
