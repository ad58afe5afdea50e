namespace PartyCms.Web.Pipeline;

/// <summary>Answers browsers that ask for the icon at its old place instead of reading the page's link.</summary>
internal static class FaviconEndpoint
{
    private const string Icon = "/_content/PartyCms.Themes.Microsite/favicon.svg";

    public static void MapFavicon(this IEndpointRouteBuilder endpoints) =>
        endpoints.MapGet("/favicon.ico", (HttpContext http) => Results.Redirect(http.Request.PathBase + Icon, permanent: true))
            .AllowAnonymous()
            .ExcludeFromDescription();
}
