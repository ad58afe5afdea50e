using System.Text.RegularExpressions;
using PartyCms.Kernel.Content.Definitions;

namespace PartyCms.Contents.Defining;

/// <summary>Which names on the wire a type, part or field may be given here; imported ones may be others.</summary>
internal static partial class DefinitionNames
{
    public const int MaxLength = 64;

    /// <summary>Root properties of an item: a part of such a name would hide them.</summary>
    private static readonly HashSet<string> Taken = new(StringComparer.OrdinalIgnoreCase)
    {
        "ContentItemId", "ContentItemVersionId", "ContentType", "DisplayText", "Latest", "Published", "ModifiedUtc", "PublishedUtc",
        "CreatedUtc", "Owner", "Author", "Id", "Terms", "New",
    };

    /// <summary>What is wrong with a new name, or null.</summary>
    public static string? Check(string? name, IEnumerable<string> others) =>
        string.IsNullOrEmpty(name) ? "请填写标识。"
        : name.Length > MaxLength || !Identifier().IsMatch(name) ? $"标识以英文字母开头，只用英文字母和数字，最多 {MaxLength} 个。"
        : Taken.Contains(name) || others.Contains(name, StringComparer.OrdinalIgnoreCase) ? "这个标识已经用了，请换一个。"
        : null;

    /// <summary>Names a new type may not have: it brings a part of its own name.</summary>
    public static IEnumerable<string> OfTypes(ContentDefinitions definitions) => definitions.Types.Keys.Concat(definitions.Parts.Keys);

    [GeneratedRegex("^[A-Za-z][A-Za-z0-9]*$")]
    private static partial Regex Identifier();
}
