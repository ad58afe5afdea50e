using System.Text;
using System.Xml;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Routing;
using PartyCms.Kernel.Content;
using PartyCms.Kernel.Content.Definitions;
using PartyCms.Kernel.Data;
using PartyCms.Kernel.Web;
using PartyCms.Organization.Contracts;

namespace PartyCms.Search.Feeds;

/// <summary>What search engines read first.</summary>
internal static class SitemapEndpoints
{
    /// <summary>The format allows 50,000 addresses a file; the newest matter.</summary>
    private const int MaxItems = 45_000;

    private const string Namespace = "http://www.sitemaps.org/schemas/sitemap/0.9";

    public static void Map(IEndpointRouteBuilder endpoints)
    {
        var maps = endpoints.MapGroup("").AllowAnonymous().WithMetadata(new PublicPageAttribute()).ExcludeFromDescription();
        maps.MapGet("/sitemap.xml", Sitemap).WithName("Sitemap");
        maps.MapGet("/robots.txt", Robots).WithName("Robots");
    }

    private static ContentHttpResult Robots(HttpContext http, PublicOrigin origin) => TypedResults.Content(
        $"""
        User-agent: *
        Disallow: /admin
        Disallow: /api
        Disallow: /me
        Disallow: /account
        Disallow: /search
        Sitemap: {origin.Of(http.Request)}/sitemap.xml

        """.ReplaceLineEndings("\n"),
        "text/plain",
        Encoding.UTF8);

    private static async Task<ContentHttpResult> Sitemap(
        HttpContext http,
        CmsDbContext db,
        BranchDirectory branches,
        ContentDefinitions definitions,
        PublicOrigin origins,
        CancellationToken cancellationToken)
    {
        foreach (var type in definitions.Types.Keys)
        {
            http.TagPublicPage(PublicTags.Type(type));
        }

        var origin = origins.Of(http.Request);
        var text = new StringBuilder();
        using (var xml = XmlWriter.Create(text, new XmlWriterSettings { OmitXmlDeclaration = true }))
        {
            xml.WriteStartElement("urlset", Namespace);
            Write(xml, origin + "/", null);
            foreach (var type in definitions.Types.Values.Where(type => type.PathPrefix.Length > 0))
            {
                Write(xml, $"{origin}/{type.PathPrefix}", null);
            }

            foreach (var branch in (await branches.ListAsync(cancellationToken)).Where(unit => unit.IsBranch))
            {
                Write(xml, $"{origin}/b/{Uri.EscapeDataString(branch.Slug)}", null);
            }

            var items = db.Set<ContentSummary>().AsNoTracking()
                .OrderByDescending(summary => summary.PublishedUtc).ThenByDescending(summary => summary.ContentItemId)
                .Take(MaxItems).AsAsyncEnumerable();
            await foreach (var item in items.WithCancellation(cancellationToken))
            {
                Write(xml, origin + item.Href, ContentJson.Format(item.ModifiedUtc));
            }
        }

        return TypedResults.Content("<?xml version=\"1.0\" encoding=\"utf-8\"?>\n" + text, "application/xml", Encoding.UTF8);
    }

    private static void Write(XmlWriter xml, string address, string? modified)
    {
        xml.WriteStartElement("url", Namespace);
        xml.WriteElementString("loc", Namespace, address);
        if (modified is not null)
        {
            xml.WriteElementString("lastmod", Namespace, modified);
        }

        xml.WriteEndElement();
    }
}
