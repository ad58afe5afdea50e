using System.Globalization;
using System.Text;
using PartyCms.Kernel.Text;

namespace PartyCms.Media.Folders;

/// <summary>What a folder may be called.</summary>
internal static class FolderName
{
    /// <summary>Longest name, in characters.</summary>
    public const int Longest = 50;

    /// <summary>Deepest place, the unit's top not counted.</summary>
    public const int MostDepth = 6;

    /// <summary>Longest path, in characters.</summary>
    public const int LongestPath = (Longest + 1) * MostDepth;

    // What file systems and addresses give a meaning of their own.
    private const string Reserved = "\\/:*?\"<>|#%";

    /// <summary>The name as it is kept: composed, without space around it. Null where it is no name.</summary>
    public static string? Clean(string? typed)
    {
        if (typed is null || WellFormed.Text(typed) != typed)
        {
            return null;
        }

        var name = typed.Trim().Normalize(NormalizationForm.FormC);
        return name.Length is > 0 and <= Longest && name.Trim('.').Length > 0 && !name.Any(IsRefused) ? name : null;
    }

    // Marks of direction and of width zero would make two names look the same.
    private static bool IsRefused(char character) =>
        char.IsControl(character)
        || Reserved.Contains(character, StringComparison.Ordinal)
        || CharUnicodeInfo.GetUnicodeCategory(character) is UnicodeCategory.Format;
}
