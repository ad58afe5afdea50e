using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Routing;
using Microsoft.Net.Http.Headers;
using PartyCms.Media.Resizing;
using PartyCms.Media.Storage;

namespace PartyCms.Media.Files;

/// <summary>Serves uploaded files to everybody: <c>/media/2026/09/….jpg?width=480</c>.</summary>
internal static class FileEndpoint
{
    public static void MapFiles(this IEndpointRouteBuilder endpoints) =>
        endpoints.MapGet("/media/{**path}", Get).WithName("GetMedia").AllowAnonymous().ExcludeFromDescription();

    private static async Task<Results<PhysicalFileHttpResult, NotFound, ProblemHttpResult>> Get(
        HttpContext http, string? path, IMediaStore store, ImageResizer resizer, int? width, CancellationToken cancellationToken)
    {
        if (width is { } asked && !ImageResizer.Widths.Contains(asked))
        {
            return TypedResults.Problem(
                "width 只能是 " + string.Join('、', ImageResizer.Widths) + "。", statusCode: StatusCodes.Status400BadRequest);
        }

        if (MediaPath.Parse(path ?? "") is not { } known)
        {
            return TypedResults.NotFound();
        }

        var variant = width is { } wanted ? await resizer.GetAsync(known, wanted, cancellationToken) : null;
        if ((variant ?? await store.LocateAsync(known.Value, cancellationToken)) is not { } location)
        {
            return TypedResults.NotFound();
        }

        http.Response.Headers.CacheControl = MediaHeaders.Immutable;
        http.Response.Headers.ContentSecurityPolicy = known.Type == MediaType.Pdf ? MediaHeaders.PdfPolicy : MediaHeaders.SandboxPolicy;
        return TypedResults.PhysicalFile(
            location,
            known.Type.ContentType,
            entityTag: new EntityTagHeaderValue(variant is null ? $"\"{known.Hash}\"" : $"\"{known.Hash}-{width}\""),
            enableRangeProcessing: true);
    }
}
