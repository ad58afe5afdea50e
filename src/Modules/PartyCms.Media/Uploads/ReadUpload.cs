using System.Globalization;
using PartyCms.Media.Files;
using PartyCms.Media.Folders;

namespace PartyCms.Media.Uploads;

/// <summary>Tells how far an upload is and what it became, and gives it up.</summary>
internal static class ReadUpload
{
    public static async Task<IResult> HeadAsync(
        Guid id, HttpResponse response, FindUpload find, CancellationToken cancellationToken)
    {
        if (await find.RunAsync(id, cancellationToken) is not { } upload)
        {
            return TypedResults.NotFound();
        }

        Tell(response, upload);
        response.Headers["Upload-Length"] = upload.Length.ToString(CultureInfo.InvariantCulture);
        return TypedResults.Ok();
    }

    public static async Task<IResult> GetAsync(Guid id, FindUpload find, MediaPlaces places, CancellationToken cancellationToken) =>
        await find.RunAsync(id, cancellationToken) is { FileId: { } file }
        && await places.FindFileAsync(file, cancellationToken) is { } stored
            ? TypedResults.Ok(UploadedMedia.Of(stored))
            : NotThere();

    public static async Task<IResult> DeleteAsync(Guid id, FindUpload find, FinishUpload finish, CancellationToken cancellationToken)
    {
        if (await find.RunAsync(id, cancellationToken) is not { } upload)
        {
            return NotThere();
        }

        await finish.DropAsync(upload);
        return TypedResults.NoContent();
    }

    internal static void Tell(HttpResponse response, MediaUpload upload)
    {
        response.Headers["Upload-Offset"] = upload.Received.ToString(CultureInfo.InvariantCulture);
        response.Headers["Upload-Expires"] = upload.ExpiresUtc.ToString("R", CultureInfo.InvariantCulture);
    }

    internal static IResult NotThere() =>
        UploadProblems.Problem(StatusCodes.Status404NotFound, "no-upload", "这次上传已经失效，请重新选择文件。");
}
