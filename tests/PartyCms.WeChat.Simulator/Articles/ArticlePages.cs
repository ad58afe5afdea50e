using System.Globalization;
using System.Text.Encodings.Web;
using System.Text.RegularExpressions;
using System.Text.Unicode;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using PartyCms.WeChat.Simulator.Drafts;
using PartyCms.WeChat.Simulator.Materials;

namespace PartyCms.WeChat.Simulator.Articles;

/// <summary>Articles as readers see them in WeChat, with the pictures that WeChat keeps.</summary>
internal sealed partial class ArticlePages(SimulatedWeChat world)
{
    // Scripts were taken out when the draft was stored; this holds even for what the filter does not know.
    private const string Policy =
        "default-src 'none'; img-src 'self'; style-src 'self' 'unsafe-inline'; frame-src https://v.qq.com; base-uri 'none'";

    private static readonly HtmlEncoder Html = HtmlEncoder.Create(UnicodeRanges.All);

    public void Map(IEndpointRouteBuilder endpoints)
    {
        endpoints.MapGet("/s/{id}", (string id, HttpContext context) => ShowArticle(context, $"/s/{id}"));
        endpoints.MapGet(
            "/s/draft/{mediaId}/{number:int}",
            (string mediaId, int number, HttpContext context) => ShowDraft(context, mediaId, number));
        endpoints.MapGet("/picture", (string url) => Send(world.Materials.FindByUrl(url)));
        endpoints.MapGet("/material/{mediaId}", (string mediaId) => Send(world.Materials.Find(mediaId)));
    }

    private IResult ShowArticle(HttpContext context, string path)
    {
        var found = world.PublishedArticles().FirstOrDefault(
            entry => entry.Article.Url.EndsWith(path, StringComparison.Ordinal));
        return found.Article switch
        {
            null => Page(context, "参数错误", "<p class=\"gone\">参数错误</p>", 404),
            { IsDeleted: true } => Page(context, "已删除", "<p class=\"gone\">该内容已被发布者删除</p>", 200),
            _ => Page(context, found.Article.Title, Write(found.Article, found.At), 200),
        };
    }

    private IResult ShowDraft(HttpContext context, string mediaId, int number) =>
        world.Drafts.Find(mediaId) is { } draft && draft.Articles.ElementAtOrDefault(number - 1) is { } article
            ? Page(context, article.Title, "<p class=\"preview\">草稿预览，读者还看不到</p>" + Write(article, draft.UpdatedAt), 200)
            : Page(context, "参数错误", "<p class=\"gone\">参数错误</p>", 404);

    private string Write(SimulatedArticle article, DateTimeOffset at)
    {
        var day = at.ToOffset(SimulatorClock.ChinaOffset).ToString("yyyy年M月d日 HH:mm", CultureInfo.InvariantCulture);
        var author = article.Author.Length > 0 ? $"<span>{Html.Encode(article.Author)}</span>" : "";
        var source = article.SourceUrl.Length > 0
            ? $"""<p class="source"><a href="{Html.Encode(article.SourceUrl)}" rel="noreferrer">阅读原文</a></p>"""
            : "";
        var body = article.Type == "newspic"
            ? string.Concat(article.PictureIds.Select(id => $"""<p><img src="/material/{Uri.EscapeDataString(id)}" alt=""></p>"""))
                + $"<p>{Html.Encode(article.Content)}</p>"
            : PictureSource().Replace(article.Content, LocalPicture);
        return $"""
            <article class="article"><h1>{Html.Encode(article.Title)}</h1>
            <p class="byline">{author}<span class="account">{Html.Encode(world.Account.Name)}</span><time>{day}</time></p>
            <div class="content">{body}</div>{source}</article>
            """;
    }

    private static string LocalPicture(Match match) =>
        match.Groups[1].Value + "/picture?url=" + Uri.EscapeDataString(System.Net.WebUtility.HtmlDecode(match.Groups[2].Value));

    private static IResult Send(Material? material) => material is null
        ? Results.NotFound()
        : Results.Bytes(material.Content.ToArray(), MediaFormat.ContentTypeOf(material.Format));

    private static IResult Page(HttpContext context, string title, string content, int status)
    {
        context.Response.Headers.ContentSecurityPolicy = Policy;
        return Results.Content(
            $"""
            <!doctype html>
            <html lang="zh-Hans"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width, initial-scale=1">
            <title>{Html.Encode(title)}</title><link rel="stylesheet" href="/phone/article.css"></head>
            <body><main>{content}</main></body></html>
            """,
            "text/html; charset=utf-8",
            statusCode: status);
    }

    [GeneratedRegex("""((?:src|background-image)\s*[=:]\s*(?:url\()?["']?)((?:https?:)?//mmbiz\.q(?:pic|logo)\.cn/[^"')\s]+)""")]
    private static partial Regex PictureSource();
}
