using PartyCms.Kernel.Text;

namespace PartyCms.Kernel.Content.Permalinks;

/// <summary>
/// Expands the patterns permalinks are made by. Of Liquid only what such patterns use is understood: texts, and
/// <c>{{ }}</c> with the item or its title, the filters <c>container</c>, <c>display_text</c> and <c>slugify</c>.
/// </summary>
public static class PermalinkPattern
{
    /// <summary>The path that results, or null where there is no pattern or it asks for more than is understood.</summary>
    /// <param name="pattern">The pattern of the type, or null.</param>
    /// <param name="title">Title of the item.</param>
    /// <param name="containerTitle">Title of the list it stands in; null where it stands in none.</param>
    public static string? Expand(string? pattern, string title, string? containerTitle) =>
        PlaceholderText.Expand(pattern, expression => Evaluate(expression, title, containerTitle));

    private static string? Evaluate(string expression, string title, string? containerTitle)
    {
        var steps = expression.Split('|', StringSplitOptions.TrimEntries);
        var source = steps[0].StartsWith("Model.", StringComparison.Ordinal) ? steps[0]["Model.".Length..] : steps[0];
        var text = source == "ContentItem.DisplayText" ? title : null;
        var isItem = source == "ContentItem";
        var itemTitle = title;
        foreach (var filter in steps.AsSpan(1))
        {
            switch (filter)
            {
                case "container" when isItem:
                    itemTitle = containerTitle ?? "";
                    break;
                case "display_text" when isItem:
                    text = itemTitle;
                    isItem = false;
                    break;
                case "slugify" when text is not null:
                    text = Slug.From(text);
                    break;
                default:
                    return null;
            }
        }

        return text;
    }
}
