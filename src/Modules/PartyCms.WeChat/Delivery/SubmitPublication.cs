using PartyCms.WeChat.Articles;
using PartyCms.WeChat.Client.Drafts;
using PartyCms.WeChat.Client.Errors;
using PartyCms.WeChat.Client.Publishing;

namespace PartyCms.WeChat.Delivery;

/// <summary>
/// The step that hands a draft to publication, once. WeChat knows no repetition of it, so after a call whose outcome is
/// unknown it looks: a publication with the issue's mark, or a draft that left the box, means that it was taken. Only
/// a draft that has stood there for half an hour since is handed over again.
/// </summary>
internal sealed class SubmitPublication(
    ArticleTexts texts, DraftClient drafts, FreePublishClient publications, FindMarked find)
{
    // Far longer than WeChat's own check of a draft takes, during which some drafts still stand in the box.
    private static readonly TimeSpan Quiet = TimeSpan.FromMinutes(30);

    public async Task<StepResult> RunAsync(IssueRun run, CancellationToken cancellationToken)
    {
        if (run.Issue.CallStartedUtc is { } started && await LookAsync(run, started, cancellationToken) is { } known)
        {
            return known;
        }

        if (await texts.FindTakenDownAsync(run.Issue, cancellationToken) is { } gone)
        {
            run.Issue.CallStartedUtc = null;
            return Failures.TakenDown(gone);
        }

        await run.OpenCallAsync(cancellationToken);
        var submitted = await publications.SubmitAsync(run.Issue.MediaId!, cancellationToken);
        if (submitted.IsOk)
        {
            run.Issue.PublishId = submitted.Value.PublishId;
            run.Issue.CallStartedUtc = null;
            return new StepResult.Advanced(IssueEvent.PublishAccepted);
        }

        var error = submitted.Error;
        if (error.Code == WeChatCode.InvalidMediaId)
        {
            // It left the box before this call: an earlier one, or a person at WeChat, has published or deleted it.
            if (await find.PublishedAsync(run.Issue, cancellationToken) is { } published)
            {
                return published;
            }

            run.Issue.CallStartedUtc = null;
            return new StepResult.Failed(
                "草稿已不在草稿箱，也没有找到对应的发表记录。", "请到公众平台核对：如已发表，请按“标为已发表”；如被误删，请按“更新并重送”。");
        }

        if (!error.MayHaveHappened)
        {
            run.Issue.CallStartedUtc = null;
        }

        return new StepResult.Trouble(error);
    }

    private async Task<StepResult?> LookAsync(IssueRun run, DateTimeOffset started, CancellationToken cancellationToken)
    {
        if (await find.PublishedAsync(run.Issue, cancellationToken) is { } published)
        {
            return published;
        }

        var draft = await drafts.GetAsync(run.Issue.MediaId!, cancellationToken);
        if (!draft.IsOk && draft.Error.Code != WeChatCode.InvalidMediaId)
        {
            return new StepResult.Trouble(draft.Error);
        }

        if (!draft.IsOk)
        {
            // Taken, and not published yet: wait for it like for any other, by its mark.
            run.Issue.CallStartedUtc = null;
            run.Tell("提交发表的回执没有收到，草稿已离开草稿箱，等微信的结果。");
            return new StepResult.Advanced(IssueEvent.PublishAccepted);
        }

        return run.Now - started < Quiet ? new StepResult.Wait(TimeSpan.FromMinutes(5)) : null;
    }
}
