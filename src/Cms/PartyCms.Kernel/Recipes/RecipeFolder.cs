namespace PartyCms.Kernel.Recipes;

/// <summary>A recipe on disk: the files of its folder, and nothing outside of it.</summary>
public sealed class RecipeFolder(string folder) : IRecipeFiles
{
    private readonly string _root = Path.GetFullPath(folder);

    /// <inheritdoc />
    public byte[]? Read(string path)
    {
        if (RecipePath.Normalize(path) is not { } inside)
        {
            return null;
        }

        var place = _root;
        foreach (var segment in inside.Split('/'))
        {
            place = Path.Combine(place, segment);
            if (new FileInfo(place).LinkTarget is not null)
            {
                return null;
            }
        }

        var file = new FileInfo(place);
        return file is { Exists: true, Length: <= RecipeArchive.LargestFile } ? File.ReadAllBytes(place) : null;
    }
}
