using System.IO.Compression;

namespace PartyCms.Kernel.Recipes;

/// <summary>
/// A recipe in a zip archive with its files, such as a deployment package of Orchard Core with its <c>Recipe.json</c>.
/// Paths are those of the archive, seen from the recipe; nothing is ever written to disk.
/// </summary>
public sealed class RecipeArchive : IRecipeFiles
{
    /// <summary>Largest file, in bytes.</summary>
    public const int LargestFile = 64 * 1024 * 1024;

    /// <summary>Most bytes that all files together may unpack to.</summary>
    public const long LargestContent = 512L * 1024 * 1024;

    private const int MostEntries = 10_000;

    private readonly byte[] _zip;
    private readonly Dictionary<string, int> _entries;
    private readonly string _folder;
    private long _left = LargestContent;

    private RecipeArchive(byte[] zip, Dictionary<string, int> entries, string recipe)
    {
        (_zip, _entries) = (zip, entries);
        _folder = recipe.Contains('/', StringComparison.Ordinal) ? recipe[..(recipe.LastIndexOf('/') + 1)] : "";
        Recipe = Unpack(recipe) ?? [];
    }

    /// <summary>The recipe itself.</summary>
    public byte[] Recipe { get; }

    /// <summary>Whether bytes are a zip archive by their first four.</summary>
    public static bool IsArchive(ReadOnlySpan<byte> bytes) => bytes.StartsWith("PK\x03\x04"u8);

    /// <summary>Opens an archive; null where it is damaged, holds too much or not exactly one recipe.</summary>
    public static RecipeArchive? Open(byte[] zip)
    {
        try
        {
            using var archive = new ZipArchive(new MemoryStream(zip, writable: false), ZipArchiveMode.Read);
            if (archive.Entries.Count > MostEntries || archive.Entries.Sum(entry => entry.Length) > LargestContent)
            {
                return null;
            }

            var entries = new Dictionary<string, int>(StringComparer.OrdinalIgnoreCase);
            for (var i = 0; i < archive.Entries.Count; i++)
            {
                if (RecipePath.Normalize(archive.Entries[i].FullName) is { } path)
                {
                    entries.TryAdd(path, i);
                }
            }

            return FindRecipe(entries.Keys) is { } recipe ? new RecipeArchive(zip, entries, recipe) : null;
        }
        catch (InvalidDataException)
        {
            return null;
        }
    }

    /// <inheritdoc />
    public byte[]? Read(string path) => path.Length > 0 && RecipePath.Normalize(_folder + path) is { } inside ? Unpack(inside) : null;

    private static string? FindRecipe(IEnumerable<string> paths)
    {
        var json = paths.Where(path => path.EndsWith(".json", StringComparison.OrdinalIgnoreCase)).ToList();
        return json.Find(path => path.Equals("Recipe.json", StringComparison.OrdinalIgnoreCase))
            ?? Only([.. json.Where(path => path.EndsWith(".recipe.json", StringComparison.OrdinalIgnoreCase))])
            ?? Only(json);

        static string? Only(List<string> paths) => paths.Count == 1 ? paths[0] : null;
    }

    // The lengths an archive claims are not to be trusted: reading stops at the limit, whatever it says.
    private byte[]? Unpack(string path)
    {
        if (!_entries.TryGetValue(path, out var index))
        {
            return null;
        }

        using var archive = new ZipArchive(new MemoryStream(_zip, writable: false), ZipArchiveMode.Read);
        using var packed = archive.Entries[index].Open();
        using var plain = new MemoryStream();
        var buffer = new byte[64 * 1024];
        int read;
        while ((read = packed.Read(buffer)) > 0)
        {
            _left -= read;
            if (_left < 0 || plain.Length + read > LargestFile)
            {
                return null;
            }

            plain.Write(buffer, 0, read);
        }

        return plain.ToArray();
    }
}
