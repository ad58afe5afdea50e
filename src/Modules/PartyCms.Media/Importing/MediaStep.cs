using System.Text.Json.Nodes;
using PartyCms.Kernel.Recipes;
using PartyCms.Media.Files;
using PartyCms.Media.Folders;
using PartyCms.Media.Storage;

namespace PartyCms.Media.Importing;

/// <summary>
/// Step <c>media</c>: takes the files that came with a recipe into the library, cleaned and checked like any upload. Where
/// they will stand is found out before the content is read, so that it can name them; they are stored after the commit. A
/// file that is missing or not allowed is told and stops nothing. Nothing is fetched from the web.
/// </summary>
internal sealed class MediaStep(UploadMedia upload, MediaPlaces places, MediaFolders folders, RecipeSurroundings surroundings) : IRecipeStep
{
    public string Name => "media";

    public IReadOnlyList<string> Lists => ["Files"];

    public bool IsOpenToImport => true;

    public bool IsTransactional => false;

    public async Task PrepareAsync(JsonObject step, RecipeReport report, CancellationToken cancellationToken)
    {
        var (total, taken) = (0, 0);
        foreach (var (path, json) in step.ObjectsOf("Files"))
        {
            total++;
            var file = RecipeMedia.Read(json);
            using var incoming = await ReceiveAsync(file, cancellationToken);
            if (incoming is null)
            {
                report.Warn(file.Missing, path);
                continue;
            }

            var (stands, refusal) = await upload.ForeseeAsync(
                incoming.Location, file.Name, await PlaceOfAsync(file, cancellationToken), file.At, cancellationToken);
            if (stands is null)
            {
                report.Warn(file.Refused(refusal!), path);
                continue;
            }

            taken++;
            surroundings.Place(file.Target, stands);
        }

        report.Apply(
            new RecipeMessage("done", $"{total} 个文件，其中 {taken} 个进图库。", $"{total} files, {taken} of them for the library."),
            ("total", total), ("taken", taken));
    }

    public async Task RunAsync(JsonObject step, RecipeReport report, CancellationToken cancellationToken)
    {
        foreach (var (path, json) in step.ObjectsOf("Files"))
        {
            var file = RecipeMedia.Read(json);
            using var incoming = surroundings.FilePaths.ContainsKey(file.Target) ? await ReceiveAsync(file, cancellationToken) : null;
            if (incoming is not null
                && await upload.RunAsync(
                    incoming.Location, file.Name, file.Alt, await PlaceOfAsync(file, cancellationToken), cancellationToken, file.At)
                    is UploadOutcome.Refused refused)
            {
                report.Warn(file.Refused(refused), path);
            }
        }
    }

    private async Task<IncomingFile?> ReceiveAsync(RecipeMedia file, CancellationToken cancellationToken) =>
        file.Bytes(surroundings.Files) is { } bytes
            ? await IncomingFile.ReceiveAsync(folders, new MemoryStream(bytes, writable: false), RecipeArchive.LargestContent, cancellationToken)
            : null;

    // Its folder, else the top of its unit, else the caller's own place.
    private async Task<MediaPlace> PlaceOfAsync(RecipeMedia file, CancellationToken cancellationToken) =>
        file.Folder.Length == 0
            ? await places.DefaultAsync(cancellationToken)
            : await places.FindAsync(file.Folder, cancellationToken)
                ?? await places.FindAsync(file.Folder.Split('/')[0], cancellationToken)
                ?? await places.DefaultAsync(cancellationToken);
}
