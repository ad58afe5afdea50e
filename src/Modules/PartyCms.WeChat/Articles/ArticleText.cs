using PartyCms.Kernel.Content;
using PartyCms.Kernel.Text;
using PartyCms.Media.Contracts;

namespace PartyCms.WeChat.Articles;

/// <summary>One version of one of our articles, as it goes to WeChat.</summary>
/// <param name="Item">The version.</param>
/// <param name="IsPublic">Whether the item is public on our site, in this version or another.</param>
internal sealed record ArticleText(ContentItem Item, bool IsPublic)
{
    private const string Lesson = "DailyLesson";

    private const string LessonRemark = "<p>学完后请点“阅读原文”，在网站上做三道小题，计入学时。</p>";

    public string Title => Item.DisplayText ?? "";

    public string Digest => ArticleLimits.Fit(
        HtmlText.ToPlainText(Item.Parts.Text(ContentParts.Summary) is { Length: > 0 } written ? written : Html), ArticleLimits.Digest);

    /// <summary>The cover that was chosen, or null.</summary>
    public string? ChosenCover => Item.Parts.Text(ContentParts.Cover) is { Length: > 0 } cover ? cover : null;

    private string Html => Item.Parts.Text(ContentParts.Body) ?? "";

    /// <summary>The body as WeChat takes it.</summary>
    /// <param name="page">Absolute address on our site.</param>
    public WeChatHtml BodyFor(Uri page) =>
        ArticleTransform.Run(HtmlSanitizer.Clean(Html) + (Item.ContentType == Lesson ? LessonRemark : ""), page);

    /// <summary>The body's words alone.</summary>
    public string PlainText() => HtmlText.ToPlainText(Html);

    /// <summary>
    /// Address of the picture at its head: the chosen one, else the first of the body, else a drawn one. Null where the
    /// chosen one stands on another site.
    /// </summary>
    public string? CoverFor(Uri page, WeChatHtml body) => ChosenCover is { } chosen
        ? PictureAddress.OnSite(chosen, page)
        : body.Pictures.Count > 0 ? body.Pictures[0].Address : PictureExport.DrawnCover(Item.ContentItemId);
}
