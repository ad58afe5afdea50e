using System.ComponentModel;
using System.Text.Json;
using System.Text.Json.Serialization;

namespace PartyCms.Contents.Api;

/// <summary>The wire form of a content item, for the API's description; items are written by <see cref="ContentWriter" />.</summary>
internal sealed record ContentItemDocument
{
    [JsonPropertyName("ContentItemId")]
    [Description("Id of the item, 26 characters; the same in all versions.")]
    public string? ContentItemId { get; init; }

    [JsonPropertyName("ContentItemVersionId")]
    [Description("Id of this version.")]
    public string? ContentItemVersionId { get; init; }

    [JsonPropertyName("ContentType")]
    [Description("Such as BranchNews. Needed to create, ignored on update.")]
    public string? ContentType { get; init; }

    [JsonPropertyName("DisplayText")]
    [Description("Title.")]
    public string? DisplayText { get; init; }

    [JsonPropertyName("Latest")]
    [Description("Whether editors see this version. Ignored when posted.")]
    public bool Latest { get; init; }

    [JsonPropertyName("Published")]
    [Description("Whether readers see this version. Ignored when posted.")]
    public bool Published { get; init; }

    [JsonPropertyName("ModifiedUtc")]
    public DateTimeOffset? ModifiedUtc { get; init; }

    [JsonPropertyName("PublishedUtc")]
    public DateTimeOffset? PublishedUtc { get; init; }

    [JsonPropertyName("CreatedUtc")]
    public DateTimeOffset? CreatedUtc { get; init; }

    [JsonPropertyName("Owner")]
    [Description("Id of the owning account or client. Absent or null leaves it.")]
    public string? Owner { get; init; }

    [JsonPropertyName("Author")]
    [Description("User name of the last editor. Ignored when posted.")]
    public string? Author { get; init; }

    /// <summary>Parts by name.</summary>
    [JsonExtensionData]
    public IDictionary<string, JsonElement>? Parts { get; init; }
}

/// <summary>One page of items.</summary>
/// <param name="Items">In the order of the list.</param>
/// <param name="Next">Pass it as <c>after</c> for the next page; null on the last.</param>
internal sealed record ContentListDocument(IReadOnlyList<ContentItemDocument> Items, string? Next);

/// <summary>The answer of a named query.</summary>
/// <param name="Items">Newest first.</param>
internal sealed record QueryDocument(IReadOnlyList<ContentItemDocument> Items);
