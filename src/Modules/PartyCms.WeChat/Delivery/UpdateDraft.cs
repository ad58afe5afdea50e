using PartyCms.WeChat.Client.Drafts;
using PartyCms.WeChat.Client.Errors;

namespace PartyCms.WeChat.Delivery;

/// <summary>The step that brings a draft in the box up to date, article by article. Doing it twice does no harm.</summary>
internal sealed class UpdateDraft(ComposeDraft compose, DraftClient drafts)
{
    public async Task<StepResult> RunAsync(IssueRun run, CancellationToken cancellationToken)
    {
        var issue = run.Issue;
        switch (await compose.RunAsync(issue, cancellationToken))
        {
            case ComposedDraft.Failed(var failure):
                return failure;
            case ComposedDraft.Ready(var articles):
                for (var index = 0; index < articles.Count; index++)
                {
                    var updated = await drafts.UpdateAsync(issue.MediaId!, index, articles[index], cancellationToken);
                    if (!updated.IsOk)
                    {
                        return updated.Error.Code == WeChatCode.InvalidMediaId
                            ? new StepResult.Advanced(IssueEvent.DraftGone)
                            : new StepResult.Trouble(updated.Error);
                    }

                    await run.KeepAsync(cancellationToken);
                }

                return new StepResult.Advanced(IssueEvent.DraftStands);
            default:
                return new StepResult.Failed("有图片还没有上传到微信。", "请按“重试”，系统会重新上传。", IssueStage.Uploading);
        }
    }
}
