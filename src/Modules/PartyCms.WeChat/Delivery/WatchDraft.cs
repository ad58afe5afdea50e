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
    // After an answer that says nothing about the draft.
    private static readonly TimeSpan AskAgain = TimeSpan.FromHours(1);

    public async Task<StepResult> RunAsync(IssueRun run, CancellationToken cancellationToken)
    {
        var issue = run.Issue;
        var draft = await drafts.GetAsync(issue.MediaId!, cancellationToken);
        if (draft.IsOk)
        {
            return new StepResult.Wait(PollLadder.ForDraft(run.Now - issue.StageUtc));
        }

        if (draft.Error.Code != WeChatCode.InvalidMediaId)
        {
            return new StepResult.Wait(AskAgain);
        }

        var published = await capabilities.HasAsync(Capability.FreePublish, cancellationToken)
            ? await find.PublishedAsync(issue, cancellationToken)
            : null;
        return published switch
        {
            null => new StepResult.Advanced(IssueEvent.DraftGone),
            StepResult.Trouble => new StepResult.Wait(AskAgain),
            _ => published,
        };
    }
}
