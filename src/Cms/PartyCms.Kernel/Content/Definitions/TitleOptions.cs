using System.Text.Json.Nodes;

namespace PartyCms.Kernel.Content.Definitions;

/// <summary>How the items of a type come by their title, from the settings of their <c>TitlePart</c>.</summary>
/// <param name="IsRequired">Whether somebody must write it.</param>
/// <param name="IsGenerated">Whether nobody writes it: a pattern makes it, or a program brings it.</param>
/// <param name="IsHidden">Whether the editor does not even show it.</param>
/// <param name="Pattern">The pattern that makes it, or null. Without <paramref name="IsGenerated" /> only an empty title is made so.</param>
public sealed record TitleOptions(bool IsRequired, bool IsGenerated, bool IsHidden, string? Pattern)
{
    private const string Settings = "TitlePartSettings.";

    private static readonly TitleOptions Free = new(false, false, false, null);

    /// <summary>The options of a type; a type without the part leaves the title free.</summary>
    public static TitleOptions Of(ContentType type)
    {
        ArgumentNullException.ThrowIfNull(type);
        return type.Definition?.FindPart(StandardParts.Title) is { } part ? Of(part) : Free;
    }

    /// <summary>The options of an attached <c>TitlePart</c>. Other systems write the choice by name or by number.</summary>
    public static TitleOptions Of(ContentTypePart part)
    {
        ArgumentNullException.ThrowIfNull(part);
        var choice = part.Settings.Find(Settings + "Options") is JsonValue value ? value.ToString() : "";
        var isHidden = choice is "GeneratedHidden" or "2";
        var pattern = part.Settings.Text(Settings + "Pattern");
        return new TitleOptions(
            choice is "EditableRequired" or "3", isHidden || choice is "GeneratedDisabled" or "1", isHidden,
            string.IsNullOrWhiteSpace(pattern) ? null : pattern);
    }
}
