using Microsoft.AspNetCore.Antiforgery;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Routing;

namespace PartyCms.Media.Files;

/// <summary>Takes one file from the editor or the gallery: multipart form, fields <c>file</c> and <c>alt</c>.</summary>
internal static class UploadEndpoint
{
    // Room for the boundaries and the other fields.
    private const int MostRequestBytes = UploadMedia.MostBytes + (64 * 1024);

    public static void MapUpload(this IEndpointRouteBuilder endpoints) =>
        endpoints.MapPost("/admin/media/upload", Upload)
            .WithName("UploadMedia")
            .RequireAuthorization(MediaPermissions.Upload)
            .WithMetadata(new RequestSizeLimitAttribute(MostRequestBytes))
            .WithMetadata(new RequestFormLimitsAttribute { MultipartBodyLengthLimit = MostRequestBytes })
            .DisableAntiforgery()
            .ExcludeFromDescription();

    // Antiforgery is checked here and not by the middleware, so that whoever stayed on a page too long is told so.
    private static async Task<Results<Ok<UploadedMedia>, ProblemHttpResult>> Upload(
        HttpContext http, IAntiforgery antiforgery, UploadMedia upload, CancellationToken cancellationToken)
    {
        if (http.Request.ContentLength > MostRequestBytes)
        {
            return Problem(StatusCodes.Status413PayloadTooLarge, "too-large", "文件超过 20 MB。请压缩后再传；视频请截短或降低清晰度。");
        }

        if (!await antiforgery.IsRequestValidAsync(http))
        {
            return Problem(StatusCodes.Status400BadRequest, "expired", "页面停留太久，请刷新后再传。");
        }

        if (!http.Request.HasFormContentType
            || await http.Request.ReadFormAsync(cancellationToken) is not { Files: [{ Name: "file" } file] } form)
        {
            return Problem(StatusCodes.Status400BadRequest, "no-file", "没有收到文件，请选择一个文件再传。");
        }

        using var content = new MemoryStream((int)file.Length);
        await file.CopyToAsync(content, cancellationToken);
        return await upload.RunAsync(content.ToArray(), file.FileName, form["alt"].ToString(), cancellationToken) switch
        {
            UploadOutcome.Stored(var stored) => TypedResults.Ok(
                new UploadedMedia(MediaPath.UrlOf(stored.Path), stored.Width, stored.Height, stored.Alt, stored.ContentType)),
            UploadOutcome.Refused("too-large", var remedy) => Problem(StatusCodes.Status413PayloadTooLarge, "too-large", remedy),
            UploadOutcome.Refused(var code, var remedy) => Problem(StatusCodes.Status415UnsupportedMediaType, code, remedy),
            _ => throw new System.Diagnostics.UnreachableException(),
        };
    }

    private static ProblemHttpResult Problem(int status, string code, string remedy) => TypedResults.Problem(
        remedy, statusCode: status, title: "文件没有上传", type: "urn:partycms:media:" + code);
}

/// <summary>Answer to an upload.</summary>
/// <param name="Url">Address of the file on this site.</param>
/// <param name="Width">Pixels, of a picture.</param>
/// <param name="Height">Pixels, of a picture.</param>
/// <param name="Alt">What the picture shows.</param>
/// <param name="ContentType">Media type.</param>
internal sealed record UploadedMedia(string Url, int? Width, int? Height, string Alt, string ContentType);
