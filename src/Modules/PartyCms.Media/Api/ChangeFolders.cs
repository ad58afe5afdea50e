using Microsoft.AspNetCore.Http.HttpResults;
using PartyCms.Media.Folders;

namespace PartyCms.Media.Api;

/// <summary>Makes and deletes folders.</summary>
internal static class ChangeFolders
{
    public static async Task<Results<Ok<MediaEntry>, ProblemHttpResult>> CreateAsync(
        MediaPlaces places, CreateFolder create, CancellationToken cancellationToken, string? path = null, string? name = null)
    {
        if (await places.FindAsync(path ?? "", orDefault: true, cancellationToken) is not { } place)
        {
            return MediaProblems.NoFolder();
        }

        var outcome = await create.RunAsync(place, name, cancellationToken);
        return outcome.Verdict == FolderVerdict.Done
            ? TypedResults.Ok(MediaEntry.Of(place with { Folder = outcome.Folder }, hasChildren: false))
            : MediaProblems.Refused(outcome.Verdict);
    }

    public static async Task<Results<Ok, ProblemHttpResult>> DeleteAsync(
        MediaPlaces places, DeleteFolder delete, CancellationToken cancellationToken, string path = "")
    {
        // A unit's own top is no folder that could be deleted.
        if (await places.FindAsync(path, cancellationToken) is not { Folder: not null } place)
        {
            return MediaProblems.NoFolder();
        }

        var verdict = await delete.RunAsync(place, cancellationToken);
        return verdict == FolderVerdict.Done ? TypedResults.Ok() : MediaProblems.Refused(verdict);
    }
}
