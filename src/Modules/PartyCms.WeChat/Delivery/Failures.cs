namespace PartyCms.WeChat.Delivery;

/// <summary>Failures that several steps may meet.</summary>
internal static class Failures
{
    public static StepResult.Failed TakenDown(IssueArticle article) => new(
        $"《{article.Title}》已从网站撤下，不再发到微信。", "如要继续，请先在网站恢复公开，再按“重试”；否则请作废这组图文。");
}
