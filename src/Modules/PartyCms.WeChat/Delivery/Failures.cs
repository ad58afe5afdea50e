namespace PartyCms.WeChat.Delivery;

/// <summary>Failures that several steps may meet.</summary>
internal static class Failures
{
    public static StepResult.Failed TakenDown(IssueArticle article) => new(
        $"《{article.Title}》已从网站撤下，不再发到微信。", "如要继续，请先在网站恢复公开，再按“重试”；否则请作废这组图文。");

    /// <summary>WeChat refused what the articles say; a retry would end in the same way.</summary>
    /// <param name="problem">What was refused and why, in Chinese.</param>
    /// <param name="retryAt">The stage that the refused one followed.</param>
    public static StepResult.Failed Refused(string problem, IssueStage retryAt) => new(
        problem, "原样再送会再次被退回。请按微信的通知改稿并重新发布，再按“更新并重送”。", retryAt) { IsRefusal = true };
}
