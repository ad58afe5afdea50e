namespace PartyCms.Kernel.Content;

/// <summary>
/// What lists, feeds and cards show of a published item, one row an item, kept in the same transaction as the
/// publication. It holds no body, so that a list reads twenty short rows and never a document.
/// </summary>
public sealed class ContentSummary
{
    /// <summary>Id of the item.</summary>
    public required string ContentItemId { get; init; }

    /// <summary>Id of the version readers see.</summary>
    public required string ContentItemVersionId { get; set; }

    /// <summary>Name of its content type.</summary>
    public required string ContentType { get; init; }

    /// <summary>The organisation unit it belongs to; null for the platform.</summary>
    public Guid? OrgUnitId { get; set; }

    /// <summary>Title.</summary>
    public required string Title { get; set; }

    /// <summary>One or two sentences, plain text.</summary>
    public string Summary { get; set; } = "";

    /// <summary>Address of the cover picture, or null.</summary>
    public string? CoverPath { get; set; }

    /// <summary>Alternative text of the cover picture.</summary>
    public string? CoverAlt { get; set; }

    /// <summary>Column it stands in, or null.</summary>
    public string? Column { get; set; }

    /// <summary>A value of its type that lists filter by, such as the group of a disclosure; null where there is none.</summary>
    public string? Facet { get; set; }

    /// <summary>Id of the list it stands in, or null.</summary>
    public string? ContainerId { get; set; }

    /// <summary>Place in that list, ascending, where people order it.</summary>
    public int Position { get; set; }

    /// <summary>Permalink without leading slash.</summary>
    public required string Path { get; set; }

    /// <summary>First publication, UTC; a later edition keeps it.</summary>
    public DateTimeOffset PublishedUtc { get; set; }

    /// <summary>Publication of the edition shown, UTC.</summary>
    public DateTimeOffset ModifiedUtc { get; set; }

    /// <summary>Whether it stands at the head of its lists.</summary>
    public bool IsPinned { get; set; }

    /// <summary>When it goes back to its place by date, UTC; null for never.</summary>
    public DateTimeOffset? PinnedUntilUtc { get; set; }

    /// <summary>Place among the pinned ones, ascending; equal ones stand newest first.</summary>
    public int PinnedOrder { get; set; }

    /// <summary>Whether it stands at the head of its lists at an instant.</summary>
    public bool IsPinnedAt(DateTimeOffset instant) => IsPinned && (PinnedUntilUtc is null || PinnedUntilUtc > instant);

    /// <summary>Address for links: percent-encoded, so that converting a page's script leaves it whole.</summary>
    public string Href => "/" + string.Join('/', Path.Split('/').Select(Uri.EscapeDataString));
}
