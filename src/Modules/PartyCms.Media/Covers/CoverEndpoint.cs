using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Routing;
using PartyCms.Media.Files;

namespace PartyCms.Media.Covers;

/// <summary>Serves drawn covers: <c>/media/covers/hills-spring-walk.svg</c>.</summary>
internal static class CoverEndpoint
{
    private const int LongestName = 200;

    public static void MapCovers(this IEndpointRouteBuilder endpoints) =>
        endpoints.MapGet("/media/covers/{name}.svg", Get).WithName("GetCover").AllowAnonymous().ExcludeFromDescription();

    private static Results<ContentHttpResult, NotFound> Get(HttpContext http, string name)
    {
        if (name.Length > LongestName || CoverArt.Find(name) is not { } picture)
        {
            return TypedResults.NotFound();
        }

        http.Response.Headers.CacheControl = MediaHeaders.Immutable;
        http.Response.Headers.ContentSecurityPolicy = MediaHeaders.SandboxPolicy;
        return TypedResults.Text(picture, "image/svg+xml", System.Text.Encoding.UTF8);
    }
}
