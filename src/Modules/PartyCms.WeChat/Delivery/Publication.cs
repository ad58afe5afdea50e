namespace PartyCms.WeChat.Delivery;

/// <summary>Writes into an issue what WeChat says of its publication.</summary>
internal static class Publication
{
    /// <param name="issue">The issue.</param>
    /// <param name="articleId">WeChat's id of the published articles together.</param>
    /// <param name="urls">Their addresses by place; unknown ones are null or missing.</param>
    public static void Record(Issue issue, string? articleId, IReadOnlyList<string?> urls)
    {
        issue.CallStartedUtc = null;
        if (articleId?.Trim() is { Length: > 0 and <= IssueConfiguration.IdLength } id)
        {
            issue.ArticleId = id;
        }

        foreach (var (article, url) in issue.Articles.OrderBy(article => article.Place).Zip(urls))
        {
            if (url?.Trim() is { Length: > 0 and <= IssueArticleConfiguration.AddressLength } address && IsAddress(address))
            {
                article.Url = address;
            }
        }
    }

    private static bool IsAddress(string url) => Uri.TryCreate(url, UriKind.Absolute, out var uri) && uri.Scheme is "http" or "https";
}
