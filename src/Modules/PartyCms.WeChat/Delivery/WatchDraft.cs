using PartyCms.WeChat.Client;
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
    private const string Check = "请到公众平台的“发表记录”里核对：发表了的按“标为已发表”，没有的按“标为没有发表”。";

    // After an answer that says nothing about the draft.
    private static readonly TimeSpan AskAgain = TimeSpan.FromHours(1);

    public async Task<StepResult> RunAsync(IssueRun run, CancellationToken cancellationToken)
    {
        var issue = run.Issue;
        var draft = await drafts.GetAsync(issue.MediaId!, cancellationToken);
        if (draft.IsOk)
        {
            issue.FindInBox();
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
            StepResult.Trouble(var error) => Unread(issue, error, run.Now),
            _ => published,
        };
    }

    // Asked every hour, but not for ever.
    private static StepResult Unread(Issue issue, WeChatError error, DateTimeOffset now)
    {
        var since = issue.MissInBox(now);
        var why = $"公众号的发表记录读不到（{error.Meaning.TrimEnd('。')}）";
        if (PollLadder.IsUnreadable(since, now))
        {
            return new StepResult.Unclear($"草稿已不在草稿箱，{why}，查了三天仍不知道有没有发表。", Check);
        }

        issue.SetProblem($"草稿已不在草稿箱，{why}，还不知道有没有发表。", "网站每小时再查一次，最多查三天。着急的话，" + Check, error.Code, error.Rid);
        return new StepResult.Wait(AskAgain);
    }
}
