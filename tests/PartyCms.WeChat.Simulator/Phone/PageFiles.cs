using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;

namespace PartyCms.WeChat.Simulator.Phone;

/// <summary>The files of the page; they are inside of the assembly, so that the simulator runs from any folder.</summary>
internal static class PageFiles
{
    private const string Policy =
        "default-src 'self'; img-src * data:; frame-ancestors 'none'; base-uri 'none'; form-action 'self' http: https:";

    public static void Map(IEndpointRouteBuilder endpoints)
    {
        endpoints.MapGet("/", (HttpResponse response) => Send(response, "index.html"));
        endpoints.MapGet("/favicon.ico", (HttpResponse response) => Send(response, "icon.svg"));
        endpoints.MapGet("/phone/{name}", (string name, HttpResponse response) => Send(response, name));
    }

    private static IResult Send(HttpResponse response, string name)
    {
        if (typeof(PageFiles).Assembly.GetManifestResourceStream("page/" + name) is not { } file)
        {
            return Results.NotFound();
        }

        response.Headers.ContentSecurityPolicy = Policy;
        response.Headers.CacheControl = "no-cache";
        response.Headers.XContentTypeOptions = "nosniff";
        return Results.Stream(file, Path.GetExtension(name) switch
        {
            ".html" => "text/html; charset=utf-8",
            ".css" => "text/css; charset=utf-8",
            ".svg" => "image/svg+xml",
            _ => "text/javascript; charset=utf-8",
        });
    }
}
