namespace PartyCms.Kernel.Content;

/// <summary>What readers find at the address of a withdrawn item: that it was there, when it went and why.</summary>
public sealed class ContentTombstone
{
    /// <summary>Longest reason, in characters: the length of its column.</summary>
    public const int ReasonLength = 1000;

    /// <summary>Id of the item.</summary>
    public required string ContentItemId { get; init; }

    /// <summary>Permalink it stood under.</summary>
    public required string Path { get; set; }

    /// <summary>Name of its content type.</summary>
    public required string ContentType { get; init; }

    /// <summary>Title it had.</summary>
    public required string Title { get; set; }

    /// <summary>Why it was taken down, as told to readers.</summary>
    public required string Reason { get; set; }

    /// <summary>First publication of what was withdrawn, UTC.</summary>
    public DateTimeOffset PublishedUtc { get; set; }

    /// <summary>When it was taken down, UTC.</summary>
    public DateTimeOffset WithdrawnUtc { get; set; }

    /// <summary>Title of the page that stands there now.</summary>
    public string ToPageTitle() => Title + "（已撤下）";
}
