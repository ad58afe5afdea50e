namespace PartyCms.WeChat.Articles;

/// <summary>What becomes of a link inside WeChat, where only those to other WeChat articles work.</summary>
internal abstract record LinkRule
{
    private static readonly string[] FileExtensions =
        [".pdf", ".doc", ".docx", ".xls", ".xlsx", ".ppt", ".pptx", ".zip", ".txt", ".csv", ".mp3", ".mp4"];

    private LinkRule()
    {
    }

    /// <summary>It stays a link.</summary>
    public sealed record Stays(string Href) : LinkRule;

    /// <summary>Its text stays and its address becomes a note at the end.</summary>
    public sealed record Note(string Href) : LinkRule;

    /// <summary>It leads to a file of our site, which is had from the original only.</summary>
    public sealed record File : LinkRule;

    /// <summary>Its text stays; the address says no more than it, or means nothing outside of the page.</summary>
    public sealed record TextOnly : LinkRule;

    /// <summary>The address of a person or telephone, put behind the text.</summary>
    public sealed record Spelled(string Address) : LinkRule;

    /// <summary>Judges one link.</summary>
    /// <param name="href">As it stands in our article; may be relative.</param>
    /// <param name="page">Absolute address of the article on our site.</param>
    public static LinkRule For(string? href, Uri page)
    {
        if (string.IsNullOrWhiteSpace(href) || href.StartsWith('#') || !Uri.TryCreate(page, href.Trim(), out var target))
        {
            return new TextOnly();
        }

        if (target.Scheme is "mailto" or "tel")
        {
            return new Spelled(Uri.UnescapeDataString(target.OriginalString[(target.Scheme.Length + 1)..].Split('?')[0]));
        }

        if (target.Scheme is not ("http" or "https"))
        {
            return new TextOnly();
        }

        return IsWeChatArticle(target) ? new Stays(target.AbsoluteUri)
            : target.Authority == page.Authority && IsFile(target) ? new File()
            : new Note(target.AbsoluteUri);
    }

    private static bool IsWeChatArticle(Uri target) =>
        target.Scheme == "https" && target.IsDefaultPort && target.Host == "mp.weixin.qq.com" && target.UserInfo.Length == 0;

    private static bool IsFile(Uri target) =>
        FileExtensions.Any(extension => target.AbsolutePath.EndsWith(extension, StringComparison.OrdinalIgnoreCase));
}
