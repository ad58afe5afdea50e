using System.Text;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Routing;
using PartyCms.Kernel.Settings;
using PartyCms.Kernel.Web;
using PartyCms.Organization.Contracts;

namespace PartyCms.Search.Feeds;

/// <summary>The feeds of the site and of each branch.</summary>
internal static class FeedEndpoints
{
    private const string MediaType = "application/rss+xml";

    public static void Map(IEndpointRouteBuilder endpoints)
    {
        var feeds = endpoints.MapGroup("").AllowAnonymous().WithMetadata(new PublicPageAttribute()).ExcludeFromDescription();
        feeds.MapGet("/feed.xml", Site).WithName("SiteFeed");
        feeds.MapGet("/b/{branch}/feed.xml", Branch).WithName("BranchFeed");
    }

    private static async Task<ContentHttpResult> Site(
        HttpContext http, FeedWriter writer, SiteSettings settings, PublicOrigin origin, CancellationToken cancellationToken)
    {
        foreach (var type in FeedWriter.ContentTypes)
        {
            http.TagPublicPage(PublicTags.Type(type));
        }

        var title = await settings.GetAsync(SiteSettings.SiteName, cancellationToken) ?? "网络支部";
        var feed = await writer.WriteAsync(null, title, origin.Of(http.Request), "/", "/feed.xml", cancellationToken);
        return TypedResults.Content(feed, MediaType, Encoding.UTF8);
    }

    private static async Task<Results<ContentHttpResult, NotFound>> Branch(
        string branch, HttpContext http, FeedWriter writer, BranchDirectory branches, PublicOrigin origin, CancellationToken cancellationToken)
    {
        if (await branches.FindAsync(branch, cancellationToken) is not { } unit)
        {
            return TypedResults.NotFound();
        }

        http.TagPublicPage(PublicTags.Branch(unit.Id));
        var home = "/b/" + Uri.EscapeDataString(unit.Slug);
        var feed = await writer.WriteAsync(
            unit.Id, unit.Name, origin.Of(http.Request), home, home + "/feed.xml", cancellationToken);
        return TypedResults.Content(feed, MediaType, Encoding.UTF8);
    }
}
