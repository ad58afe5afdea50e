using PartyCms.WeChat.Client.Drafts;
using PartyCms.WeChat.Client.Errors;

namespace PartyCms.WeChat.Delivery;

/// <summary>
/// The step that makes the draft, once: where an earlier call may have made it, the draft is looked for by its mark
/// before another one is made.
/// </summary>
internal sealed class PlaceDraft(ComposeDraft compose, FindMarked find, HostPictures host, DraftClient drafts)
{
    public async Task<StepResult> RunAsync(IssueRun run, CancellationToken cancellationToken)
    {
        var issue = run.Issue;
        if (issue.CallStartedUtc is not null)
        {
            var found = await find.DraftAsync(issue, cancellationToken);
            if (!found.IsOk)
            {
                return new StepResult.Trouble(found.Error);
            }

            issue.CallStartedUtc = null;
            if (found.Value.Id is { } mediaId)
            {
                issue.MediaId = mediaId;
                run.Tell("上一次存草稿的回执没有收到，已在草稿箱里找到这份草稿。");

                // The text may have been changed since that call.
                return new StepResult.Advanced(IssueEvent.PicturesReadyForUpdate);
            }
        }

        return await compose.RunAsync(issue, cancellationToken) switch
        {
            ComposedDraft.Ready(var articles) => await AddAsync(run, articles, cancellationToken),
            ComposedDraft.Failed(var failure) => failure,
            _ => new StepResult.Failed("有图片还没有上传到微信。", "请按“重试”，系统会重新上传。", IssueStage.Uploading),
        };
    }

    private async Task<StepResult> AddAsync(IssueRun run, IReadOnlyList<DraftArticle> articles, CancellationToken cancellationToken)
    {
        var issue = run.Issue;
        await run.OpenCallAsync(cancellationToken);
        var added = await drafts.AddAsync(articles, cancellationToken);
        if (added.IsOk)
        {
            issue.MediaId = added.Value.MediaId;
            issue.CallStartedUtc = null;
            return new StepResult.Advanced(IssueEvent.DraftStands);
        }

        if (!added.Error.MayHaveHappened)
        {
            issue.CallStartedUtc = null;
        }

        if (added.Error.Code == WeChatCode.InvalidMediaId)
        {
            await host.ForgetCoversAsync([.. articles.Select(article => article.ThumbMediaId!)], cancellationToken);
            return new StepResult.Failed(
                "封面在微信的素材库里被删除了。", "请按“重试”，系统会重新上传封面。", IssueStage.Uploading);
        }

        return new StepResult.Trouble(added.Error);
    }
}
