using System.Text.Json.Nodes;
using PartyCms.Kernel.Recipes;
using PartyCms.Media.Files;

namespace PartyCms.Media.Importing;

/// <summary>One file of a <c>media</c> step.</summary>
/// <param name="Target">Its path in the library of the site it comes from, without leading slash; content names it so.</param>
/// <param name="Name">Its name for people; own exports bring it along.</param>
/// <param name="Alt">What a picture shows; own exports bring it along.</param>
/// <param name="Folder">Where it stood there, such as <c>qinghe/2026</c>; empty where nobody says.</param>
internal sealed record RecipeMedia(string Target, string Name, string Alt, string Folder)
{
    private string? Base64 { get; init; }

    private string? Source { get; init; }

    private bool IsRemote { get; init; }

    /// <summary>The path it keeps, where it comes from a site like this one.</summary>
    public MediaPath? At => MediaPath.Parse(Target);

    public RecipeMessage Missing => IsRemote
        ? new RecipeMessage(
            "file-not-fetched",
            $"文件“{Target}”在别的网站上，不会去下载。请自己下载后在“图片与文件”里上传。",
            $"The file '{Target}' lies on another site and is never fetched. Download it and upload it to the library.")
        : new RecipeMessage(
            "missing-file",
            $"找不到文件“{Target}”的内容。请把它和配方放进同一个 zip（就用这个文件名）再导入，或导入后在“图片与文件”里上传。",
            $"The file '{Target}' did not come along. Import a zip with the recipe and a file of that name, or upload it to the library.");

    public static RecipeMedia Read(JsonObject file)
    {
        var target = (file.TextOf("TargetPath") ?? file.TextOf("Path") ?? "").TrimStart('/', '~').TrimStart('/');
        return new RecipeMedia(
            target, file.TextOf("Name") is { Length: > 0 } name ? name : Path.GetFileName(target), file.TextOf("MediaText") ?? "",
            file.TextOf("Folder") ?? "")
        {
            Base64 = file.TextOf("Base64"), Source = file.TextOf("SourcePath"), IsRemote = file.TextOf("SourceUrl") is not null,
        };
    }

    /// <summary>Its bytes; null where they did not come along or are damaged.</summary>
    public byte[]? Bytes(IRecipeFiles files)
    {
        if (Base64 is null)
        {
            return Source is null ? null : Places(Source).Select(files.Read).FirstOrDefault(found => found is not null);
        }

        var bytes = new byte[(Base64.Length / 4 * 3) + 3];
        return Convert.TryFromBase64String(Base64, bytes, out var length) ? bytes[..length] : null;
    }

    // A theme's recipe points beside its own folder, where no archive and no folder of ours is read. Whoever gathers the files
    // puts them below the recipe: as the path says from there, as the library names them, or all together.
    private IEnumerable<string> Places(string source)
    {
        var below = source.Replace('\\', '/');
        while (below.StartsWith("../", StringComparison.Ordinal) || below.StartsWith("./", StringComparison.Ordinal))
        {
            below = below[(below.IndexOf('/', StringComparison.Ordinal) + 1)..];
        }

        return new[] { source, below, Target, Path.GetFileName(below) }.Where(place => place.Length > 0).Distinct(StringComparer.Ordinal);
    }

    public RecipeMessage Refused(UploadOutcome.Refused refusal) => new(
        "file-refused",
        $"文件“{Target}”没有导入：{refusal.Remedy}",
        $"The file '{Target}' was not taken ({refusal.Code}). Convert it and upload it to the library.");
}
