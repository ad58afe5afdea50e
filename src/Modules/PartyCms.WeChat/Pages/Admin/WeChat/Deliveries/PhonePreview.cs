using Microsoft.AspNetCore.Html;
using PartyCms.WeChat.Articles;

namespace PartyCms.WeChat.Pages.Admin.WeChat.Deliveries;

/// <summary>An article as WeChat will show it.</summary>
/// <param name="Words">Title, author and summary.</param>
/// <param name="Account">Name of the account.</param>
/// <param name="Day">The day of publication, for people.</param>
/// <param name="Body">The transformed body, with the pictures of our own site.</param>
/// <param name="Page">Where 阅读原文 leads.</param>
internal sealed record PhonePreview(ArticleWords Words, string Account, string Day, IHtmlContent Body, string Page)
{
    /// <summary>The body is made of nothing but what the transform writes, so it is safe as it stands.</summary>
    public static IHtmlContent BodyOf(WeChatHtml body) => new HtmlString(body.With(picture => picture.Address));
}
