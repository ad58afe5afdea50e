using System.Text.Json.Nodes;

namespace PartyCms.Kernel.Content;

/// <summary>A change somebody wants to save.</summary>
public sealed record ContentEdit
{
    /// <summary>Id of the item to change; null makes a new one.</summary>
    public string? ContentItemId { get; init; }

    /// <summary>
    /// Id of a new item, given when its form was opened: the same form sent twice makes one item, and the second finds
    /// a conflict. Null gives a fresh id.
    /// </summary>
    public string? NewContentItemId { get; init; }

    /// <summary>Content type of a new item; of an existing one it cannot be changed.</summary>
    public required string ContentType { get; init; }

    /// <summary>All parts of the new version.</summary>
    public required JsonObject Parts { get; init; }

    /// <summary>The revision the editor began with; a save on another revision is a conflict. Null skips the check.</summary>
    public int? ExpectedRevision { get; init; }

    /// <summary>Keeps the draft as it is in the history and makes a new version beside it.</summary>
    public bool AsNewVersion { get; init; }

    /// <summary>Title where there is no <c>TitlePart</c>.</summary>
    public string? DisplayText { get; init; }

    /// <summary>Id of the account that shall own the item; null leaves the owner, or makes the caller one.</summary>
    public string? Owner { get; init; }

    /// <summary>First publication of imported content; people cannot set it (no back-dating, domain 2.6).</summary>
    public DateTimeOffset? PublishedUtc { get; init; }
}
