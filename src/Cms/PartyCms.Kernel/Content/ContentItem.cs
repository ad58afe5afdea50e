using System.Text.Json.Nodes;

namespace PartyCms.Kernel.Content;

/// <summary>
/// One version of one piece of content, in the shape of an Orchard Core content item: the base properties are columns,
/// parts and fields are one JSON document. Of all versions of an item at most one is <see cref="Latest" /> and at most
/// one is <see cref="Published" />; they may be the same.
/// </summary>
public sealed class ContentItem
{
    private const int LongestId = 64;

    private JsonObject? _parts;

    /// <summary>Row number; never leaves the database.</summary>
    public long Id { get; private set; }

    /// <summary>Id of the item, the same in all its versions.</summary>
    public required string ContentItemId { get; init; }

    /// <summary>Id of this version.</summary>
    public required string ContentItemVersionId { get; init; }

    /// <summary>Name of its <see cref="Content.ContentType" />.</summary>
    public required string ContentType { get; init; }

    /// <summary>Title as shown in lists.</summary>
    public string? DisplayText { get; set; }

    /// <summary>Whether this is the version an editor sees.</summary>
    public bool Latest { get; set; }

    /// <summary>Whether this is the version a reader sees.</summary>
    public bool Published { get; set; }

    /// <summary>Last change of this version, UTC.</summary>
    public DateTimeOffset? ModifiedUtc { get; set; }

    /// <summary>When readers could first see this version, UTC.</summary>
    public DateTimeOffset? PublishedUtc { get; set; }

    /// <summary>Beginning of the item, UTC.</summary>
    public DateTimeOffset? CreatedUtc { get; set; }

    /// <summary>Id of the account that owns it.</summary>
    public string? Owner { get; set; }

    /// <summary>User name of the last editor.</summary>
    public string? Author { get; set; }

    /// <summary>The organisation unit it belongs to; null for the platform. Copied from <c>PartyBranchPart</c>.</summary>
    public Guid? OrgUnitId { get; set; }

    /// <summary>Permalink without leading slash, such as <c>news/quarterly-meeting</c>. Copied from <c>AutoroutePart</c>.</summary>
    public string? Path { get; set; }

    /// <summary>Id of the list it stands in, or null. Copied from <c>ContainedPart</c>.</summary>
    public string? ContainerId { get; private set; }

    /// <summary>Place in that list, ascending, where the list keeps one. Copied from <c>ContainedPart</c>.</summary>
    public int Position { get; private set; }

    /// <summary>Name by which programs find it, in lower case; null where it has none. Copied from <c>AliasPart</c>.</summary>
    public string? Alias { get; private set; }

    /// <summary>Concurrency stamp: raised by every save, compared by the next.</summary>
    public int Revision { get; set; }

    /// <summary>Parts and fields as stored, UTF-8 JSON text.</summary>
    public string Data { get; private set; } = "{}";

    /// <summary>Parts and fields, parsed on first use. After changing them call <see cref="Store" />.</summary>
    public JsonObject Parts => _parts ??= JsonNode.Parse(Data)!.AsObject();

    /// <summary>Writes <see cref="Parts" /> back, or replaces them.</summary>
    public void Store(JsonObject? parts = null)
    {
        _parts = parts ?? Parts;
        ContainerId = _parts.Text(ContentParts.Container) is { Length: > 0 and <= LongestId } container ? container : null;
        Alias = ContentAlias.Normalize(_parts.Text(ContentParts.Alias));
        Position = _parts.Number(ContentParts.ContainerOrder) ?? 0;
        Data = _parts.ToJsonString(ContentJson.Options);
    }
}
