using PartyCms.Kernel.Content.Scheduling;

namespace PartyCms.Kernel.Content;

public sealed partial class ContentStore
{
    /// <summary>What readers are told at the address of an item whose time was over.</summary>
    public const string ArchivedReason = "已到预定的下线时间。";

    /// <summary>
    /// Sets or clears the times of an item without touching its text: the draft's time to be published, the public
    /// item's time to be taken down. Another save in between is a conflict.
    /// </summary>
    /// <param name="contentItemId">Id of the item.</param>
    /// <param name="act">Which time.</param>
    /// <param name="due">UTC; null clears it.</param>
    /// <param name="expectedRevision">The revision the caller has seen; null skips the check.</param>
    /// <param name="cancellationToken">Stops the act.</param>
    public Task<ContentOutcome> ScheduleAsync(
        string contentItemId, ScheduledAct act, DateTimeOffset? due, int? expectedRevision, CancellationToken cancellationToken) =>
        InTransactionAsync(async () =>
        {
            var head = await FindLatestAsync(contentItemId, cancellationToken);
            if (head is null)
            {
                return ContentOutcome.Refused(ContentVerdict.NotFound);
            }

            if (expectedRevision is { } expected && expected != head.Revision)
            {
                return ContentOutcome.Refused(ContentVerdict.Conflict);
            }

            var state = await GetStateAsync(head, cancellationToken);
            var lifecycleAct = act == ScheduledAct.Publish ? ContentAct.SchedulePublish : ContentAct.ScheduleArchive;
            if (due is not null && ContentLifecycle.Next(state, lifecycleAct) is null)
            {
                return ContentOutcome.Refused(ContentVerdict.NotPossible);
            }

            if (due < clock.GetUtcNow())
            {
                return ContentOutcome.Invalid([new ContentProblem(ScheduleDates.PathOf(act), "这个时间已经过去，请改晚一些。")]);
            }

            var problems = new List<ContentProblem>();
            ScheduleDates.Write(head.Parts, act, due);
            await schedules.CheckAsync(head, publish: head.Published, problems, cancellationToken);
            foreach (var handler in handlers)
            {
                await handler.ValidateAsync(head, isPublication: false, problems, cancellationToken);
            }

            if (problems.Count > 0)
            {
                return ContentOutcome.Invalid(problems);
            }

            head.Store();
            head.Revision++;
            await schedules.KeepAsync(head, head.Published, cancellationToken);
            return ContentOutcome.Done(head);
        }, cancellationToken);

    /// <summary>Does what was scheduled, if it still is; the time it was meant for and the real one go into the audit.</summary>
    internal Task<ContentOutcome> RunScheduledAsync(ContentSchedule due, CancellationToken cancellationToken) =>
        InTransactionAsync(async () =>
        {
            var id = due.ContentItemId;
            var head = await FindLatestAsync(id, cancellationToken);
            if (head is null || !ScheduleDates.TryRead(head.Parts, due.Act, out var wanted) || wanted != due.DueUtc)
            {
                return ContentOutcome.Refused(ContentVerdict.NotPossible);
            }

            var outcome = due.Act == ScheduledAct.Publish
                ? await PublishScheduledAsync(head, cancellationToken)
                : await ArchiveScheduledAsync(id, cancellationToken);
            if (outcome.IsDone)
            {
                audit.Add("content.schedule-fired", id, schedules.DescribeFired(due));
            }

            return outcome;
        }, cancellationToken);

    private Task<ContentOutcome> PublishScheduledAsync(ContentItem head, CancellationToken cancellationToken) =>
        head.Published
            ? Task.FromResult(ContentOutcome.Refused(ContentVerdict.NotPossible))
            : PublishAsync(
                new ContentEdit
                {
                    ContentItemId = head.ContentItemId,
                    ContentType = head.ContentType,
                    Parts = head.Parts,
                    ExpectedRevision = head.Revision,
                },
                cancellationToken);

    private async Task<ContentOutcome> ArchiveScheduledAsync(string id, CancellationToken cancellationToken)
    {
        var outcome = await WithdrawAsync(id, ArchivedReason, cancellationToken);
        if (outcome.IsDone && await FindLatestAsync(id, cancellationToken) is { } head
            && ScheduleDates.Write(head.Parts, ScheduledAct.Archive, null))
        {
            head.Store();
            head.Revision++;
        }

        return outcome;
    }
}
