using System.Globalization;
using System.Text.Json.Nodes;
using PartyCms.Kernel.Text.Comparing;

namespace PartyCms.Kernel.Content.Comparing;

/// <summary>One field in which two versions differ.</summary>
/// <param name="Path">Path of the value, such as <c>ArticlePart.Summary.Text</c>; places of lists are counted as they are now.</param>
/// <param name="Blocks">The value before and after, block by block; a short value is one block.</param>
public sealed record FieldChange(string Path, IReadOnlyList<ComparedBlock> Blocks)
{
    /// <summary>Whether the field had no value before.</summary>
    public bool IsAdded => Blocks.All(block => block.Change == BlockChange.Added);

    /// <summary>Whether the field has no value any more.</summary>
    public bool IsRemoved => Blocks.All(block => block.Change == BlockChange.Removed);
}

/// <summary>
/// Compares the documents of two versions field by field. Elements of lists that stayed are recognised where they moved
/// to, HTML is compared by its visible text. The work is bounded (see <see cref="SequenceDiff" />).
/// </summary>
public static class ContentComparison
{
    /// <summary>Longest list of changed fields; what an import mangled beyond that helps nobody.</summary>
    private const int MostChanges = 200;

    /// <summary>The fields that differ, in the order of the later document; those it lacks come last.</summary>
    public static IReadOnlyList<FieldChange> Compare(JsonObject before, JsonObject after)
    {
        ArgumentNullException.ThrowIfNull(before);
        ArgumentNullException.ThrowIfNull(after);
        var changes = new List<FieldChange>();
        Compare("", before, after, changes);
        return changes.Count > MostChanges ? changes[..MostChanges] : changes;
    }

    private static void Compare(string path, JsonNode? before, JsonNode? after, List<FieldChange> changes)
    {
        if (changes.Count > MostChanges || JsonNode.DeepEquals(before, after))
        {
            return;
        }

        if ((before is JsonObject || after is JsonObject) && before is JsonObject or null && after is JsonObject or null)
        {
            CompareObjects(path, before as JsonObject, after as JsonObject, changes);
        }
        else if ((before is JsonArray || after is JsonArray) && before is JsonArray or null && after is JsonArray or null)
        {
            CompareArrays(path, before as JsonArray ?? [], after as JsonArray ?? [], changes);
        }
        else
        {
            AddValue(path, TextOf(before), TextOf(after), changes);
        }
    }

    private static void CompareObjects(string path, JsonObject? before, JsonObject? after, List<FieldChange> changes)
    {
        var names = (after ?? []).Select(property => property.Key).Union((before ?? []).Select(property => property.Key), StringComparer.Ordinal);
        foreach (var name in names.ToList())
        {
            Compare(path.Length == 0 ? name : $"{path}.{name}", before?[name], after?[name], changes);
        }
    }

    private static void CompareArrays(string path, JsonArray before, JsonArray after, List<FieldChange> changes)
    {
        foreach (var stretch in SequenceDiff.Compare(Keys(before), Keys(after)).Where(stretch => !stretch.IsSame))
        {
            for (var i = 0; i < Math.Max(stretch.BeforeLength, stretch.AfterLength); i++)
            {
                Compare(
                    string.Create(CultureInfo.InvariantCulture, $"{path}[{stretch.After + i}]"),
                    i < stretch.BeforeLength ? before[stretch.Before + i] : null,
                    i < stretch.AfterLength ? after[stretch.After + i] : null,
                    changes);
            }
        }
    }

    private static List<string> Keys(JsonArray array) => [.. array.Select(element => element?.ToJsonString() ?? "null")];

    private static void AddValue(string path, string before, string after, List<FieldChange> changes)
    {
        var isHtml = path.EndsWith(".Html", StringComparison.Ordinal);
        var blocks = isHtml ? BlockDiff.CompareHtml(before, after) : BlockDiff.ComparePlain(before, after);
        if (blocks.Any(block => block.Change != BlockChange.Same))
        {
            changes.Add(new FieldChange(path, blocks));
        }
        else if (isHtml && blocks.Count > 0)
        {
            changes.Add(new FieldChange(path, [new ComparedBlock(BlockChange.Restyled, "正文", [], ["只改了排版，文字没有变"])]));
        }
    }

    private static string TextOf(JsonNode? node) => node switch
    {
        null => "",
        JsonValue value when value.TryGetValue<string>(out var text) => text,
        JsonValue value when value.TryGetValue<bool>(out var flag) => flag ? "是" : "否",
        _ => node.ToJsonString(),
    };
}
