using System.IO.Compression;
using System.Text;

namespace PartyCms.Kernel.Text;

/// <summary>
/// Converts between simplified and traditional Chinese with the tables of OpenCC, longest phrase first
/// (皇后以后 → 皇后以後). Only Chinese characters change, so whole HTML pages can be converted as they are, as long as
/// their links are percent-encoded (see <see cref="PublicPath"/>). Safe for all threads; the tables are loaded on first
/// use and take about 4 MB.
/// </summary>
public static class ChineseScript
{
    private static readonly Lazy<Tables> Loaded = new(Load);

    /// <summary>
    /// Traditional Chinese in the forms that are common everywhere (為, 裡, 群), with mainland wording. Text that is
    /// traditional already is not changed where it is unambiguous.
    /// </summary>
    /// <returns>The converted text; the same instance when nothing changes.</returns>
    public static string ToTraditional(string text)
    {
        ArgumentNullException.ThrowIfNull(text);
        return Loaded.Value.Traditional.Convert(text);
    }

    /// <summary>Simplified Chinese; brings back what <see cref="ToTraditional"/> converted.</summary>
    /// <returns>The converted text; the same instance when nothing changes.</returns>
    public static string ToSimplified(string text)
    {
        ArgumentNullException.ThrowIfNull(text);
        return Loaded.Value.Simplified.Convert(text);
    }

    /// <summary>
    /// The character that stands in search for all forms of a character. Unlike <see cref="ToSimplified"/> it looks at
    /// no neighbors: a word must fold alike in every context.
    /// </summary>
    internal static char Fold(char c) => Loaded.Value.Folded[c];

    private static Tables Load()
    {
        var assembly = typeof(ChineseScript).Assembly;
        var name = Array.Find(
            assembly.GetManifestResourceNames(),
            name => name.EndsWith("chinese-script.br", StringComparison.Ordinal))
            ?? throw new InvalidOperationException("The build left the character tables out of the assembly.");
        using var resource = assembly.GetManifestResourceStream(name)!;
        using var reader = new StreamReader(new BrotliStream(resource, CompressionMode.Decompress), Encoding.UTF8);
        var lines = reader.ReadToEnd().Split('\n');
        var simplified = new ScriptTable(lines[2], lines[3]);
        return new Tables(new ScriptTable(lines[0], lines[1]), simplified, simplified.FoldedWith(lines[4]));
    }

    private sealed record Tables(ScriptTable Traditional, ScriptTable Simplified, char[] Folded);
}
