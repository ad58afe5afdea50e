using Microsoft.AspNetCore.Http.HttpResults;
using PartyCms.Media.Files;
using PartyCms.Media.Folders;
using PartyCms.Media.Storage;

namespace PartyCms.Media.Api;

/// <summary>Takes any number of files in one multipart request.</summary>
internal static class UploadFiles
{
    public static async Task<Results<Ok<UploadDocument>, ProblemHttpResult>> Run(
        HttpRequest request, MediaPlaces places, UploadMedia upload, MediaFolders folders, CancellationToken cancellationToken,
        string? path = null, string? extensions = null)
    {
        if (!request.HasFormContentType)
        {
            return MediaProblems.NotMultipart();
        }

        if (request.ContentLength > MediaLimits.LargestFormRequest)
        {
            return MediaProblems.TooLarge(MediaLimits.LargestFormRequest);
        }

        if (await places.FindAsync(path ?? "", orDefault: true, cancellationToken) is not { } place)
        {
            return MediaProblems.NoFolder();
        }

        var form = await request.ReadFormAsync(cancellationToken);
        var wanted = ExtensionList.Parse(extensions);
        var entries = new List<MediaEntry>(form.Files.Count);
        foreach (var file in form.Files)
        {
            entries.Add(await TakeAsync(
                file, form["mediaText"].ToString(), place, wanted, places, upload, folders, cancellationToken));
        }

        return entries.Count == 0
            ? MediaProblems.Invalid("files", "The form holds no file.")
            : TypedResults.Ok(new UploadDocument(entries));
    }

    private static async Task<MediaEntry> TakeAsync(
        IFormFile file, string text, MediaPlace place, IReadOnlyList<string>? wanted, MediaPlaces places, UploadMedia upload,
        MediaFolders folders, CancellationToken cancellationToken)
    {
        var name = MediaName.Clean(file.FileName);
        if (wanted is not null && ExtensionList.Parse(Path.GetExtension(name)) is var own && (own is null || !own.Any(wanted.Contains)))
        {
            return MediaEntry.Refused(name, file.Length, place, $"This file extension is not allowed: {Path.GetExtension(name)}");
        }

        await using var body = file.OpenReadStream();
        using var incoming = await IncomingFile.ReceiveAsync(folders, body, MediaLimits.LargestForm, cancellationToken);
        var outcome = incoming is null
            ? new UploadOutcome.Refused(UploadOutcome.TooLarge, MediaLimits.TooLarge(MediaLimits.LargestForm))
            : await upload.RunAsync(incoming.Location, name, text, place, cancellationToken);
        return outcome switch
        {
            UploadOutcome.Stored(var stored, _) => MediaEntry.Of(stored, await places.PlaceOfAsync(stored, cancellationToken)),
            UploadOutcome.Refused(_, var remedy) => MediaEntry.Refused(name, file.Length, place, remedy),
            _ => throw new System.Diagnostics.UnreachableException(),
        };
    }
}
