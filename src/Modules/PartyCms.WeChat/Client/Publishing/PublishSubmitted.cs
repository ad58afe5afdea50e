using System.Text.Json.Serialization;
using PartyCms.WeChat.Client.Drafts;

namespace PartyCms.WeChat.Client.Publishing;

/// <summary>WeChat has queued a draft for publication; nothing is published yet.</summary>
internal sealed record PublishSubmitted
{
    /// <summary>Asks for the progress; also stands in the event that ends it.</summary>
    [JsonConverter(typeof(TextOrNumber))]
    public required string PublishId { get; init; }

    [JsonConverter(typeof(TextOrNumber))]
    public string? MsgDataId { get; init; }
}

/// <summary>A publication by its id.</summary>
internal sealed record PublishReference(string PublishId);

/// <summary>Published articles by their id.</summary>
/// <param name="ArticleId">Of all articles of one draft together.</param>
/// <param name="Index">Place of one, from 1; null or 0 means all of them.</param>
internal sealed record ArticleReference(string ArticleId, int? Index);

/// <summary>A part of the list of what is published.</summary>
internal sealed record PublishedPage
{
    /// <summary>Of the whole list.</summary>
    public int TotalCount { get; init; }

    [JsonPropertyName("item")]
    public IReadOnlyList<ListedPublication> Items { get; init; } = [];
}

/// <summary>One publication in the list.</summary>
internal sealed record ListedPublication
{
    public string ArticleId { get; init; } = "";

    /// <summary>Without the text of the articles where the list was asked for so.</summary>
    public KeptContent Content { get; init; } = new();

    /// <summary>In seconds since 1970, UTC.</summary>
    public long UpdateTime { get; init; }
}
