using System.Text.RegularExpressions;
using AngleSharp.Dom;
using AngleSharp.Html.Parser;
using PartyCms.WeChat.Simulator.Materials;

namespace PartyCms.WeChat.Simulator.Drafts;

/// <summary>Takes out of an article what WeChat does not show.</summary>
internal static partial class ArticleFilter
{
    private const string Removed =
        "script,style,link,meta,base,object,embed,applet,form,input,select,textarea,button,noscript,template";

    public static string Clean(string html, string articleOrigin)
    {
        var body = new HtmlParser().ParseDocument("<body>" + html).Body!;
        RemoveAll(body.QuerySelectorAll(Removed));
        RemoveAll(body.QuerySelectorAll("iframe").Where(frame => !IsTencentVideo(frame)));
        RemoveAll(body.QuerySelectorAll("img").Where(image => !IsWeChatPicture(image.GetAttribute("src") ?? "")));
        foreach (var element in body.QuerySelectorAll("*"))
        {
            CleanAttributes(element);
        }

        foreach (var link in body.QuerySelectorAll("a[href]").Where(link => !IsArticle(link.GetAttribute("href")!, articleOrigin)))
        {
            link.RemoveAttribute("href");
        }

        return body.InnerHtml;
    }

    /// <summary>The first 54 characters of an article's text: its summary if it has none.</summary>
    public static string DigestOf(string html)
    {
        var text = Spaces().Replace(new HtmlParser().ParseDocument("<body>" + html).Body!.TextContent, " ").Trim();
        return Characters.Take(text, 54);
    }

    private static void CleanAttributes(IElement element)
    {
        foreach (var attribute in element.Attributes.ToList())
        {
            if (attribute.Name == "id" || attribute.Name.StartsWith("on", StringComparison.OrdinalIgnoreCase)
                || attribute.Value.Contains("javascript:", StringComparison.OrdinalIgnoreCase))
            {
                element.RemoveAttribute(attribute.Name);
            }
        }

        if (element.GetAttribute("style") is { } style)
        {
            var rules = style.Split(';');
            if (!rules.All(IsShown))
            {
                var kept = rules.Where(IsShown).Select(rule => rule.Trim()).Where(rule => rule.Length > 0);
                element.SetAttribute("style", string.Join("; ", kept));
            }
        }
    }

    private static bool IsShown(string rule) =>
        !AbsolutePosition().IsMatch(rule)
        && (Address().Match(rule) is not { Success: true } address || IsWeChatPicture(address.Groups[1].Value));

    private static void RemoveAll(IEnumerable<IElement> elements)
    {
        foreach (var element in elements.ToList())
        {
            element.Remove();
        }
    }

    private static bool IsWeChatPicture(string url) =>
        HostOf(url) is { } host && (host == new Uri(MaterialStore.PictureOrigin).Host || host == "mmbiz.qlogo.cn");

    private static bool IsTencentVideo(IElement frame) =>
        HostOf(frame.GetAttribute("src") ?? frame.GetAttribute("data-src") ?? "") == "v.qq.com";

    private static bool IsArticle(string url, string articleOrigin) =>
        HostOf(url) == "mp.weixin.qq.com" || url.StartsWith(articleOrigin + "/s/", StringComparison.Ordinal);

    private static string? HostOf(string url) =>
        Uri.TryCreate(url.StartsWith("//", StringComparison.Ordinal) ? "http:" + url : url, UriKind.Absolute, out var uri)
            ? uri.Host
            : null;

    [GeneratedRegex(@"\s+")]
    private static partial Regex Spaces();

    [GeneratedRegex(@"^\s*position\s*:\s*(absolute|fixed)", RegexOptions.IgnoreCase)]
    private static partial Regex AbsolutePosition();

    [GeneratedRegex("""url\(\s*['"]?([^'")]+)""", RegexOptions.IgnoreCase)]
    private static partial Regex Address();
}
