using PartyCms.Kernel.Text;

namespace PartyCms.Media.Files;

/// <summary>Names of files, for people; no address is made of them.</summary>
internal static class MediaName
{
    /// <summary>
    /// A name without path, control characters, marks that turn the writing around (they make another kind of file look like
    /// a picture) and space around it; may be empty.
    /// </summary>
    public static string Clean(string? name)
    {
        var last = Path.GetFileName(WellFormed.Text(name ?? "").Replace('\\', '/'));
        return Shorten(new string([.. last.Where(letter => !char.IsControl(letter) && !TurnsWriting(letter))]).Trim(), MediaFileConfiguration.NameLength);
    }

    private static bool TurnsWriting(char letter) =>
        letter is '\u061C' or '\u200E' or '\u200F' or (>= '\u202A' and <= '\u202E') or (>= '\u2066' and <= '\u2069');

    /// <summary>The beginning of a text; never cuts a character in two.</summary>
    public static string Shorten(string text, int length) =>
        text.Length <= length ? text : text[..(char.IsLowSurrogate(text[length]) ? length - 1 : length)];
}
