using PartyCms.WeChat.Client.Publishing;

namespace PartyCms.WeChat.Delivery;

/// <summary>The step that asks what became of a publication, ever more seldom.</summary>
internal sealed class FollowPublication(FreePublishClient publications, FindMarked find)
{
    public async Task<StepResult> RunAsync(IssueRun run, CancellationToken cancellationToken)
    {
        var issue = run.Issue;
        if (PollLadder.IsHopeless(issue.StageUtc, run.Now))
        {
            return new StepResult.Failed("提交发表一天了，微信还没有结果。", "请到公众平台核对：如已发表，请按“重试”让系统再查一次；如已被退回，请修改后更新并重送。");
        }

        if (issue.PublishId is null)
        {
            return await find.PublishedAsync(issue, cancellationToken) ?? new StepResult.Wait(PollLadder.After(issue.Attempts + 2));
        }

        var progress = await publications.GetAsync(issue.PublishId, cancellationToken);
        return progress.IsOk
            ? Judge(issue, progress.Value)
            : new StepResult.Trouble(progress.Error);
    }

    /// <summary>What WeChat's news of a publication means for an issue; also of such that came by an event.</summary>
    public static StepResult Judge(Issue issue, PublishProgress progress)
    {
        switch (progress.PublishStatus)
        {
            case PublishStatus.Published:
                var urls = new string?[issue.Articles.Count];
                foreach (var item in progress.ArticleDetail?.Items ?? [])
                {
                    if (item.Idx >= 1 && item.Idx <= urls.Length)
                    {
                        urls[item.Idx - 1] = item.ArticleUrl;
                    }
                }

                Publication.Record(issue, progress.ArticleId, urls);
                return new StepResult.Advanced(IssueEvent.PublishDone);
            case PublishStatus.Publishing:
                return new StepResult.Wait(PollLadder.After(issue.Attempts));
            case PublishStatus.Withdrawn or PublishStatus.Banned:
                return new StepResult.Advanced(IssueEvent.TakenDown);
            case PublishStatus.OriginalityRefused:
                return Refused(issue, progress, "原创校验没有通过，微信认为内容与别人的文章相同");
            case PublishStatus.ReviewRefused:
                return Refused(issue, progress, "微信平台审核没有通过");
            default:
                issue.PublishId = null;
                return new StepResult.Failed(
                    Named("微信没有发表成功", ArticlesAt(issue, progress.FailIdx)),
                    "请到公众平台草稿箱打开草稿查看原因，处理后按“重试”。", IssueStage.Submitting);
        }
    }

    private static StepResult.Failed Refused(Issue issue, PublishProgress progress, string what)
    {
        var articles = ArticlesAt(issue, progress.FailIdx);
        articles.ForEach(article => article.IsRefused = true);
        issue.PublishId = null;
        return Failures.Refused(Named(what, articles), IssueStage.Submitting);
    }

    private static List<IssueArticle> ArticlesAt(Issue issue, IReadOnlyList<int> places) =>
        [.. issue.Articles.OrderBy(article => article.Place).Where((_, index) => places.Contains(index + 1))];

    private static string Named(string what, IReadOnlyList<IssueArticle> articles) =>
        articles.Count == 0 ? what + "。" : $"{what}：{string.Join('、', articles.Select(article => $"《{article.Title}》"))}。";
}
