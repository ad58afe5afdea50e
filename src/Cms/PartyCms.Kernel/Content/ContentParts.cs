using System.Globalization;
using System.Text.Json.Nodes;

namespace PartyCms.Kernel.Content;

/// <summary>
/// Reads and writes single values of a content document by path, such as <c>ArticlePart.Summary.Text</c> or
/// <c>DailyLessonPart.Quiz[0].Question</c>. A value of another kind than asked for reads as absent.
/// </summary>
public static class ContentParts
{
    /// <summary>Path of the title.</summary>
    public const string Title = "TitlePart.Title";

    /// <summary>Path of the body.</summary>
    public const string Body = "HtmlBodyPart.Html";

    /// <summary>Path of a body in Markdown.</summary>
    public const string MarkdownBody = "MarkdownBodyPart.Markdown";

    /// <summary>Path of the permalink.</summary>
    public const string Permalink = "AutoroutePart.Path";

    /// <summary>Path of the id of the organisation unit an item belongs to.</summary>
    public const string Branch = "PartyBranchPart.BranchId";

    /// <summary>Path of the summary shown in lists.</summary>
    public const string Summary = "ArticlePart.Summary.Text";

    /// <summary>Path of the cover picture's address.</summary>
    public const string Cover = "ArticlePart.Cover.Paths[0]";

    /// <summary>Path of the cover picture's alternative text.</summary>
    public const string CoverAlt = "ArticlePart.Cover.MediaTexts[0]";

    /// <summary>Path of the column an item stands in.</summary>
    public const string Column = "ArticlePart.Column.Text";

    /// <summary>Path of the unit or person who sent the text (供稿, S2-49).</summary>
    public const string Contributor = "ArticlePart.Contributor.Text";

    /// <summary>Path of the mark that keeps an item at the head of its list.</summary>
    public const string Pinned = "ArticlePart.Pinned.Value";

    /// <summary>Path of the last day on which that mark counts.</summary>
    public const string PinnedUntil = "ArticlePart.PinnedUntil.Value";

    /// <summary>Path of an item's place among several with that mark, ascending.</summary>
    public const string PinnedOrder = "ArticlePart.PinnedOrder.Value";

    /// <summary>Path of the name by which programs find an item.</summary>
    public const string Alias = "AliasPart.Alias";

    /// <summary>Path of the id of the list an item stands in.</summary>
    public const string Container = "ContainedPart.ListContentItemId";

    /// <summary>Path of an item's place in its list.</summary>
    public const string ContainerOrder = "ContainedPart.Order";

    /// <summary>The text at a path, or null.</summary>
    public static string? Text(this JsonObject parts, string path) =>
        Find(parts, path) is JsonValue value && value.TryGetValue<string>(out var text) ? text : null;

    /// <summary>The truth value at a path; absent is false.</summary>
    public static bool Flag(this JsonObject parts, string path) =>
        Find(parts, path) is JsonValue value && value.TryGetValue<bool>(out var flag) && flag;

    /// <summary>The whole number at a path, or null.</summary>
    public static int? Number(this JsonObject parts, string path) => Find(parts, path) is JsonValue value
        ? value.TryGetValue<int>(out var whole) ? whole
            : value.TryGetValue<decimal>(out var number) && number is >= int.MinValue and <= int.MaxValue ? (int)number
            : null
        : null;

    /// <summary>The node at a path, or null.</summary>
    public static JsonNode? Find(this JsonObject parts, string path)
    {
        JsonNode? node = parts;
        foreach (var (name, index) in Segments(path))
        {
            node = node is JsonObject container ? container[name] : null;
            if (index is { } position)
            {
                node = node is JsonArray array && position < array.Count ? array[position] : null;
            }
        }

        return node;
    }

    /// <summary>
    /// Sets the value at a path, making the objects and array places on the way; null removes an object's property
    /// and leaves an array's place empty.
    /// </summary>
    /// <exception cref="ArgumentException">The path runs through a value that is neither object nor array.</exception>
    public static void Set(this JsonObject parts, string path, JsonNode? value)
    {
        var container = parts;
        var segments = Segments(path);
        for (var i = 0; i < segments.Count; i++)
        {
            var (name, index) = segments[i];
            var isLast = i == segments.Count - 1;
            if (index is { } position)
            {
                var array = container[name] as JsonArray ?? AddNode(container, name, new JsonArray());
                while (array.Count <= position)
                {
                    array.Add(null);
                }

                if (isLast)
                {
                    array[position] = value;
                    return;
                }

                if (array[position] is not JsonObject)
                {
                    array[position] = new JsonObject();
                }

                container = array[position]!.AsObject();
            }
            else if (isLast)
            {
                if (value is null)
                {
                    container.Remove(name);
                }
                else
                {
                    container[name] = value;
                }
            }
            else
            {
                container = container[name] switch
                {
                    JsonObject next => next,
                    null => AddNode(container, name, new JsonObject()),
                    _ => throw new ArgumentException($"'{path}' runs through a plain value at '{name}'.", nameof(path)),
                };
            }
        }
    }

    private static T AddNode<T>(JsonObject container, string name, T node)
        where T : JsonNode
    {
        container[name] = node;
        return node;
    }

    private static List<(string Name, int? Index)> Segments(string path)
    {
        var segments = new List<(string, int?)>();
        foreach (var segment in path.Split('.'))
        {
            var bracket = segment.IndexOf('[', StringComparison.Ordinal);
            segments.Add(bracket < 0
                ? (segment, null)
                : (segment[..bracket], int.Parse(segment.AsSpan(bracket + 1, segment.Length - bracket - 2), CultureInfo.InvariantCulture)));
        }

        return segments;
    }
}
