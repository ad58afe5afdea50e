using System.Text.Json.Nodes;
using PartyCms.Kernel.Recipes;
using PartyCms.Media.Files;
using PartyCms.Media.Folders;
using PartyCms.Media.Storage;

namespace PartyCms.Media.Importing;

/// <summary>
/// Step <c>media</c>: takes the files that came with a recipe into the library, cleaned and checked like any upload. It
/// runs after the commit; a file that is missing or not allowed is told and stops nothing. Nothing is fetched from the web.
/// </summary>
internal sealed class MediaStep(UploadMedia upload, MediaPlaces places, MediaFolders folders, RecipeSurroundings surroundings) : IRecipeStep
{
    public string Name => "media";

    public bool IsOpenToImport => true;

    public bool IsTransactional => false;

    public async Task RunAsync(JsonObject step, RecipeReport report, CancellationToken cancellationToken)
    {
        var (total, taken) = (0, 0);
        var place = await places.DefaultAsync(cancellationToken);
        foreach (var (path, file) in step.ObjectsOf("Files"))
        {
            total++;
            var target = file.TextOf("TargetPath") ?? file.TextOf("Path") ?? "";
            if (Bytes(file) is not { } bytes)
            {
                report.Skip(Missing(target, file.TextOf("SourceUrl") is not null), path);
                continue;
            }

            using var incoming = await IncomingFile.ReceiveAsync(folders, new MemoryStream(bytes), MediaLimits.LargestFile, cancellationToken);
            var outcome = incoming is null
                ? new UploadOutcome.Refused(UploadOutcome.TooLarge, MediaLimits.TooLarge(MediaLimits.LargestFile))
                : await upload.RunAsync(incoming.Location, Path.GetFileName(target), "", place, cancellationToken);
            if (outcome is UploadOutcome.Stored stored)
            {
                taken++;
                TellAddress(target, MediaPath.UrlOf(stored.File.Path), path, report);
            }
            else if (outcome is UploadOutcome.Refused refused)
            {
                report.Skip(
                    new RecipeMessage(
                        "file-refused",
                        $"文件“{target}”没有导入：{refused.Remedy}",
                        $"The file '{target}' was not taken ({refused.Code}). Convert it and upload it to the library."),
                    path);
            }
        }

        report.Apply(
            new RecipeMessage("done", $"{total} 个文件，导入了 {taken} 个。", $"{total} files, {taken} of them taken into the library."),
            ("total", total), ("taken", taken));
    }

    private byte[]? Bytes(JsonObject file)
    {
        if (file.TextOf("Base64") is { } text)
        {
            var bytes = new byte[text.Length];
            return Convert.TryFromBase64String(text, bytes, out var length) ? bytes[..length] : null;
        }

        return file.TextOf("SourcePath") is { } source ? surroundings.Files.Read(source) : null;
    }

    private static RecipeMessage Missing(string target, bool isRemote) => isRemote
        ? new RecipeMessage(
            "file-not-fetched",
            $"文件“{target}”在别的网站上，不会去下载。请自己下载后在“图片与文件”里上传。",
            $"The file '{target}' lies on another site and is never fetched. Download it and upload it to the library.")
        : new RecipeMessage(
            "missing-file",
            $"找不到文件“{target}”的内容。请把配方和它的文件打成 zip 再导入，或在“图片与文件”里上传。",
            $"The file '{target}' did not come along. Import a zip that holds it, or upload it to the library.");

    // Files stand under the hash of their content here; what content says of the old path finds nothing.
    private static void TellAddress(string target, string address, string path, RecipeReport report)
    {
        if (target.TrimStart('/') != address["/media/".Length..])
        {
            report.Warn(
                new RecipeMessage(
                    "file-address",
                    $"文件“{target}”的地址是 {address}，内容里的旧路径请换成它。",
                    $"The file '{target}' stands at {address}; put that in the place of the old path in content."),
                path);
        }
    }
}
