using System.Text.RegularExpressions;

namespace PartyCms.WeChat.Articles;

/// <summary>Where a picture of an article stands.</summary>
internal static partial class PictureAddress
{
    private static readonly string[] WeChatHosts = ["mmbiz.qpic.cn", "mmbiz.qlogo.cn"];

    /// <summary>Whether it is the name of a picture that has no address at WeChat yet.</summary>
    public static bool IsPlaceholder(string source) => Placeholder().IsMatch(source);

    /// <summary>Whether WeChat itself serves it: the only pictures it keeps in an article.</summary>
    public static bool IsAtWeChat(string source) =>
        Uri.TryCreate(source, UriKind.Absolute, out var address)
        && address.Scheme is "http" or "https" && WeChatHosts.Contains(address.Host) && address.UserInfo.Length == 0;

    /// <summary>Its path on our site, without query; null where another site serves it, or where it is no file of ours.</summary>
    /// <param name="source">As it stands in the article.</param>
    /// <param name="page">Absolute address of the article on our site.</param>
    public static string? OnSite(string source, Uri page) =>
        Uri.TryCreate(page, source.Trim(), out var address) && address.Authority == page.Authority
        && address.Scheme is "http" or "https" && address.AbsolutePath.StartsWith("/media/", StringComparison.Ordinal)
            ? Uri.UnescapeDataString(address.AbsolutePath)
            : null;

    [GeneratedRegex(@"^picture:[1-9][0-9]{0,3}\z")]
    private static partial Regex Placeholder();
}
