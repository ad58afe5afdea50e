using System.Globalization;
using PartyCms.Media.Files;
using PartyCms.Media.Folders;

namespace PartyCms.Media.Uploads;

/// <summary>Answers the announcement of an upload.</summary>
internal static class CreateUpload
{
    public static async Task<IResult> RunAsync(
        HttpContext http, MediaPlaces places, StartUpload start, CancellationToken cancellationToken)
    {
        var headers = http.Request.Headers;
        if (!long.TryParse(headers["Upload-Length"], NumberStyles.None, CultureInfo.InvariantCulture, out var length) || length == 0)
        {
            return UploadProblems.Problem(StatusCodes.Status400BadRequest, "no-length", "文件是空的，请重新选择。");
        }

        if (length > MediaLimits.LargestFile)
        {
            return UploadProblems.TooLarge(MediaLimits.LargestFile);
        }

        if (UploadMetadata.Parse(headers["Upload-Metadata"]) is not { } metadata)
        {
            return UploadProblems.Problem(StatusCodes.Status400BadRequest, "bad-metadata", "文件没有传上去，请再试一次。 (Upload-Metadata)");
        }

        if (await FindPlaceAsync(places, metadata, cancellationToken) is not { } place)
        {
            return UploadProblems.NoPlace();
        }

        var upload = await start.RunAsync(
            length, metadata.GetValueOrDefault("filename", ""), metadata.GetValueOrDefault("alt", ""), place, cancellationToken);
        if (upload is null)
        {
            return UploadProblems.Problem(
                StatusCodes.Status429TooManyRequests, "too-many", $"没有传完的文件已有 {StartUpload.Most} 个，请先等它们传完。");
        }

        ReadUpload.Tell(http.Response, upload);
        return TypedResults.Created($"{http.Request.Path.Value!.TrimEnd('/')}/{upload.Id:N}");
    }

    private static async Task<MediaPlace?> FindPlaceAsync(
        MediaPlaces places, IReadOnlyDictionary<string, string> metadata, CancellationToken cancellationToken)
    {
        if (metadata.TryGetValue("path", out var path))
        {
            return await places.FindAsync(path, orDefault: true, cancellationToken);
        }

        var isFolder = Guid.TryParse(metadata.GetValueOrDefault("folder"), out var folder);
        return await places.FindAsync(isFolder ? folder : null, metadata.GetValueOrDefault("unit"), cancellationToken);
    }
}
