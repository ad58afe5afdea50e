using Microsoft.AspNetCore.Antiforgery;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Routing;
using PartyCms.Media.Folders;
using PartyCms.Media.Storage;

namespace PartyCms.Media.Files;

/// <summary>
/// Takes one file in one piece, from the editor: multipart form, fields <c>file</c>, <c>alt</c>, and <c>folder</c> (an id)
/// or <c>unit</c> (a slug) for where it is to stand.
/// </summary>
internal static class UploadEndpoint
{
    public static void MapUpload(this IEndpointRouteBuilder endpoints) =>
        endpoints.MapPost("/admin/media/upload", Upload)
            .WithName("UploadMedia")
            .RequireAuthorization(MediaPermissions.Upload)
            .WithMetadata(new RequestSizeLimitAttribute(MediaLimits.LargestFormRequest))
            .WithMetadata(new RequestFormLimitsAttribute { MultipartBodyLengthLimit = MediaLimits.LargestFormRequest })
            .DisableAntiforgery()
            .ExcludeFromDescription();

    // Antiforgery is checked here and not by the middleware, so that whoever stayed on a page too long is told so.
    private static async Task<Results<Ok<UploadedMedia>, ProblemHttpResult>> Upload(
        HttpContext http, IAntiforgery antiforgery, UploadMedia upload, MediaPlaces places, MediaFolders folders,
        CancellationToken cancellationToken)
    {
        if (http.Request.ContentLength > MediaLimits.LargestFormRequest)
        {
            return UploadProblems.TooLarge(MediaLimits.LargestForm);
        }

        if (!await antiforgery.IsRequestValidAsync(http))
        {
            return UploadProblems.Expired();
        }

        if (!http.Request.HasFormContentType
            || await http.Request.ReadFormAsync(cancellationToken) is not { Files: [{ Name: "file" } file] } form)
        {
            return UploadProblems.Problem(StatusCodes.Status400BadRequest, "no-file", "没有收到文件，请选择一个文件再传。");
        }

        var folder = Guid.TryParse(form["folder"], out var id) ? id : (Guid?)null;
        if (await places.FindAsync(folder, form["unit"], cancellationToken) is not { } place)
        {
            return UploadProblems.NoPlace();
        }

        await using var body = file.OpenReadStream();
        using var incoming = await IncomingFile.ReceiveAsync(folders, body, MediaLimits.LargestForm, cancellationToken);
        if (incoming is null)
        {
            return UploadProblems.TooLarge(MediaLimits.LargestForm);
        }

        return await upload.RunAsync(incoming.Location, file.FileName, form["alt"].ToString(), place, cancellationToken) switch
        {
            UploadOutcome.Stored(var stored, _) => TypedResults.Ok(UploadedMedia.Of(stored)),
            UploadOutcome.Refused refused => UploadProblems.Refused(refused),
            _ => throw new System.Diagnostics.UnreachableException(),
        };
    }
}

/// <summary>Answer to an upload.</summary>
/// <param name="Id">Id in the library.</param>
/// <param name="Url">Address of the file on this site.</param>
/// <param name="Width">Pixels, of a picture.</param>
/// <param name="Height">Pixels, of a picture.</param>
/// <param name="Alt">What the picture shows.</param>
/// <param name="ContentType">Media type.</param>
internal sealed record UploadedMedia(Guid Id, string Url, int? Width, int? Height, string Alt, string ContentType)
{
    public static UploadedMedia Of(MediaFile file) =>
        new(file.Id, MediaPath.UrlOf(file.Path), file.Width, file.Height, file.Alt, file.ContentType);
}
