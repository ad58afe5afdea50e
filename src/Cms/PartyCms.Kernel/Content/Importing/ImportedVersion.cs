using System.Collections.Frozen;
using System.Globalization;
using System.Text.Json.Nodes;

namespace PartyCms.Kernel.Content.Importing;

/// <summary>One version of an item as an import file has it. What the file does not say is null.</summary>
public sealed record ImportedVersion
{
    private static readonly FrozenSet<string> BaseProperties = new[]
    {
        "ContentItemId", "ContentItemVersionId", "ContentType", "DisplayText", "Latest", "Published",
        "ModifiedUtc", "PublishedUtc", "CreatedUtc", "Owner", "Author",
    }.ToFrozenSet(StringComparer.Ordinal);

    /// <summary>Id of the item; any text.</summary>
    public required string ContentItemId { get; init; }

    /// <summary>Id of the version, any text; null makes a new version.</summary>
    public string? ContentItemVersionId { get; init; }

    /// <summary>Name of its type.</summary>
    public required string ContentType { get; init; }

    /// <summary>Title.</summary>
    public string? DisplayText { get; init; }

    /// <summary>Whether it is the version an editor sees.</summary>
    public bool Latest { get; init; }

    /// <summary>Whether it is the version a reader sees.</summary>
    public bool Published { get; init; }

    /// <summary>Last change, UTC.</summary>
    public DateTimeOffset? ModifiedUtc { get; init; }

    /// <summary>Publication, UTC.</summary>
    public DateTimeOffset? PublishedUtc { get; init; }

    /// <summary>Beginning of the item, UTC.</summary>
    public DateTimeOffset? CreatedUtc { get; init; }

    /// <summary>Id of the owner.</summary>
    public string? Owner { get; init; }

    /// <summary>Whether the file speaks of an owner at all; a null then means that there is none.</summary>
    public bool IsOwnerGiven { get; init; }

    /// <summary>User name of the last editor.</summary>
    public string? Author { get; init; }

    /// <summary>Parts, known or not, as they came.</summary>
    public required JsonObject Parts { get; init; }

    /// <summary>Root properties that are neither known nor parts, and dates that are none: dropped, as in Orchard Core.</summary>
    public required IReadOnlyList<string> Dropped { get; init; }

    /// <summary>
    /// Reads a content item of a file. Names are compared with case; a value of the wrong kind counts as absent, as a
    /// real Orchard Core reads it.
    /// </summary>
    public static ImportedVersion Read(JsonObject json)
    {
        var parts = new JsonObject();
        var dropped = new List<string>();
        foreach (var (name, value) in json)
        {
            if (BaseProperties.Contains(name))
            {
                if (name.EndsWith("Utc", StringComparison.Ordinal) && value is not null && Instant(json, name) is null)
                {
                    dropped.Add(name);
                }
            }
            else if (value is JsonObject or JsonArray)
            {
                parts[name] = value.DeepClone();
            }
            else if (value is not null)
            {
                dropped.Add(name);
            }
        }

        ContentPreparation.NormalizeCover(parts);
        return new ImportedVersion
        {
            ContentItemId = Text(json, "ContentItemId")?.Trim() ?? "",
            ContentItemVersionId = Text(json, "ContentItemVersionId")?.Trim() is { Length: > 0 } version ? version : null,
            ContentType = Text(json, "ContentType")?.Trim() ?? "",
            DisplayText = Text(json, "DisplayText"),
            Latest = Flag(json, "Latest"),
            Published = Flag(json, "Published"),
            ModifiedUtc = Instant(json, "ModifiedUtc"),
            PublishedUtc = Instant(json, "PublishedUtc"),
            CreatedUtc = Instant(json, "CreatedUtc"),
            Owner = Text(json, "Owner"),
            IsOwnerGiven = json.ContainsKey(nameof(ContentItem.Owner)),
            Author = Text(json, "Author"),
            Parts = parts,
            Dropped = dropped,
        };
    }

    private static string? Text(JsonObject json, string name) =>
        json[name] is JsonValue value && value.TryGetValue<string>(out var text) ? text : null;

    private static bool Flag(JsonObject json, string name) =>
        json[name] is JsonValue value && value.TryGetValue<bool>(out var flag) && flag;

    private static DateTimeOffset? Instant(JsonObject json, string name) =>
        Text(json, name) is { } text && DateTimeOffset.TryParse(
            text, CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal | DateTimeStyles.AdjustToUniversal, out var instant)
            ? instant
            : null;
}
