using Microsoft.AspNetCore.Http.HttpResults;
using PartyCms.Media.Files;
using PartyCms.Media.Folders;
using PartyCms.Media.Usage;

namespace PartyCms.Media.Api;

/// <summary>Moves and deletes files.</summary>
internal static class ChangeFiles
{
    public static async Task<Results<Ok<MediaEntry>, ProblemHttpResult>> MoveAsync(
        MediaPlaces places, MoveMedia move, DescribeMedia describe, CancellationToken cancellationToken,
        string oldPath = "", string newPath = "")
    {
        if (await places.FindFileAsync(oldPath, cancellationToken) is not { } file)
        {
            return MediaProblems.NoFile();
        }

        var end = newPath.LastIndexOf('/');
        if (MediaName.Clean(newPath[(end + 1)..]) is not { Length: > 0 } name)
        {
            return MediaProblems.Invalid("newPath", "The new path ends with the name of the file.");
        }

        if (await places.FindAsync(newPath[..Math.Max(end, 0)], orDefault: true, cancellationToken) is not { } place)
        {
            return MediaProblems.NoFolder();
        }

        // The content decides what a file is; a name must not tell otherwise.
        if (FileInspection.CheckName(name, MediaPath.Parse(file.Path)!.Type) is { } fault)
        {
            return MediaProblems.Invalid("newPath", fault.Remedy);
        }

        if (!await move.RunAsync(file, place, cancellationToken))
        {
            return MediaProblems.NoFolder();
        }

        await describe.RunAsync(file, name, null, cancellationToken);
        return TypedResults.Ok(MediaEntry.Of(file, place));
    }

    public static async Task<Results<Ok, ProblemHttpResult>> DeleteAsync(
        MediaPlaces places, DeleteMedia delete, FindUsage usage, CancellationToken cancellationToken, string path = "", bool force = false)
    {
        if (await places.FindFileAsync(path, cancellationToken) is not { } file)
        {
            return MediaProblems.NoFile();
        }

        return await delete.RunAsync(file, force, cancellationToken) == DeleteVerdict.Deleted
            ? TypedResults.Ok()
            : MediaProblems.InUse(await usage.RunAsync(file, cancellationToken));
    }
}
