using System.Text.Json.Nodes;
using PartyCms.Kernel.Content;

namespace PartyCms.Contents.Api;

/// <summary>
/// Lays a posted document over the stored one, as clients of Orchard Core expect: objects merge deep, nulls change
/// nothing, arrays and plain values replace. A field is cleared with <c>""</c> or <c>[]</c>.
/// </summary>
internal static class ContentMerge
{
    /// <summary>Base properties; a client cannot set them but for the title and the owner.</summary>
    private static readonly HashSet<string> BaseProperties = new(StringComparer.Ordinal)
    {
        "ContentItemId", "ContentItemVersionId", "ContentType", "DisplayText", "Latest", "Published",
        "ModifiedUtc", "PublishedUtc", "CreatedUtc", "Owner", "Author",
    };

    /// <summary>The parts that result. Unknown root objects and arrays are kept, unknown root scalars dropped.</summary>
    /// <param name="stored">Parts of the version the client builds upon; empty for a new item. Not changed.</param>
    /// <param name="posted">The document as posted. Not changed.</param>
    /// <param name="storedTitle">Title of that version, or null.</param>
    public static JsonObject Merge(JsonObject stored, JsonObject posted, string? storedTitle)
    {
        var merged = stored.DeepClone().AsObject();
        foreach (var (name, value) in posted)
        {
            if (value is JsonObject or JsonArray && !BaseProperties.Contains(name))
            {
                Lay(merged, name, value);
            }
        }

        SetTitle(merged, posted, storedTitle);
        return merged;
    }

    /// <summary>A root text of the posted document, or null where it is absent or no text.</summary>
    public static string? RootText(JsonObject posted, string name) =>
        posted[name] is JsonValue value && value.TryGetValue<string>(out var text) ? text : null;

    // One title lies in two places. Whoever changed only DisplayText means the title all the same.
    private static void SetTitle(JsonObject merged, JsonObject posted, string? storedTitle)
    {
        var display = RootText(posted, "DisplayText");
        var title = posted.Text(ContentParts.Title);
        if (!string.IsNullOrWhiteSpace(display) && (title is null || title == storedTitle) && merged["TitlePart"] is null or JsonObject)
        {
            merged.Set(ContentParts.Title, display);
        }
    }

    private static void Lay(JsonObject target, string name, JsonNode value)
    {
        if (value is not JsonObject source)
        {
            target[name] = value.DeepClone();
            return;
        }

        if (target[name] is not JsonObject inner)
        {
            inner = [];
            target[name] = inner;
        }

        foreach (var (key, element) in source)
        {
            if (element is not null)
            {
                Lay(inner, key, element);
            }
        }
    }
}
