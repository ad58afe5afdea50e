using PartyCms.WeChat.Client.Capabilities;
using PartyCms.WeChat.Client.Drafts;
using PartyCms.WeChat.Client.Errors;

namespace PartyCms.WeChat.Delivery;

/// <summary>
/// The step that looks now and then whether a draft still stands in the box: people publish and delete drafts at WeChat
/// itself, and WeChat does not tell.
/// </summary>
internal sealed class WatchDraft(DraftClient drafts, FindMarked find, CapabilityRecord capabilities)
{
    public async Task<StepResult> RunAsync(IssueRun run, CancellationToken cancellationToken)
    {
        var issue = run.Issue;
        var draft = await drafts.GetAsync(issue.MediaId!, cancellationToken);
        if (draft.IsOk)
        {
            return new StepResult.Wait(PollLadder.ForDraft(run.Now - issue.StageUtc));
        }

        return draft.Error.Code != WeChatCode.InvalidMediaId
            ? new StepResult.Wait(TimeSpan.FromHours(1))
            : await FindPublishedAsync(run, cancellationToken);
    }

    private async Task<StepResult> FindPublishedAsync(IssueRun run, CancellationToken cancellationToken)
    {
        if (await capabilities.HasAsync(Capability.FreePublish, cancellationToken))
        {
            var found = await find.PublicationAsync(run.Issue, cancellationToken);
            if (found.IsOk && found.Value.Id is not null)
            {
                Publication.Record(run.Issue, found.Value.Id, found.Value.Urls);
                return new StepResult.Advanced(IssueEvent.PublishDone);
            }
        }

        return new StepResult.Advanced(IssueEvent.DraftGone);
    }
}
