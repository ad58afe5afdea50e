using Microsoft.AspNetCore.Http.Extensions;
using Microsoft.AspNetCore.Mvc.Rendering;
using PartyCms.Kernel.Web;

namespace PartyCms.Themes.Microsite;

/// <summary>
/// What a page's head tells browsers, search engines and share cards. Pages set <c>ViewData["Title"]</c>, and may set
/// <c>Description</c>, <c>Image</c> and <c>Canonical</c> (paths of this site), and <c>NoIndex</c>. Partial views cannot: their
/// view data is a copy.
/// </summary>
/// <param name="Title">Title with the site's name.</param>
/// <param name="ShareTitle">Title alone, for share cards.</param>
/// <param name="Description">One or two sentences.</param>
/// <param name="Url">Absolute address the page wants to be known by.</param>
/// <param name="Image">Absolute address of the picture on share cards.</param>
/// <param name="IsIndexed">Whether search engines may list it.</param>
internal sealed record PageHead(string Title, string ShareTitle, string Description, string Url, string Image, bool IsIndexed)
{
    public static PageHead Of(ViewContext view, PublicOrigin origins, string siteName)
    {
        var http = view.HttpContext;
        var data = view.ViewData;
        var origin = origins.Of(http.Request);
        var title = data["Title"] as string ?? siteName;
        var description = data["Description"] as string;

        // Share cards show no drawings.
        var image = data["Image"] is string own && !own.EndsWith(".svg", StringComparison.OrdinalIgnoreCase)
            ? own
            : StaticAssetUrl.Of(http, "share.png");
        return new PageHead(
            title == siteName ? title : $"{title} - {siteName}",
            title,
            string.IsNullOrWhiteSpace(description) ? $"{siteName}：支部动态、党务公开、每日党课和党务指南。" : description,
            origin + (data["Canonical"] as string ?? UriHelper.BuildRelative(http.Request.PathBase, http.Request.Path)),
            LocalAddress.IsLocal(image) ? origin + image : image,
            data["NoIndex"] is not true && http.Response.StatusCode < 400);
    }
}
