using System.Text.Json.Serialization;
using PartyCms.WeChat.Client.Drafts;

namespace PartyCms.WeChat.Client.Materials;

/// <summary>Which part of the library.</summary>
/// <param name="Type"><c>image</c>, <c>video</c> or <c>voice</c>.</param>
/// <param name="Offset">From 0.</param>
/// <param name="Count">1 to 20.</param>
internal sealed record MaterialPageQuery(string Type, int Offset, int Count);

/// <summary>A part of the library.</summary>
internal sealed record MaterialPage
{
    /// <summary>Of the whole kind.</summary>
    public int TotalCount { get; init; }

    [JsonPropertyName("item")]
    public IReadOnlyList<ListedMaterial> Items { get; init; } = [];
}

/// <summary>One thing in the library.</summary>
internal sealed record ListedMaterial
{
    public string MediaId { get; init; } = "";

    public string? Name { get; init; }

    /// <summary>In seconds since 1970, UTC.</summary>
    public long UpdateTime { get; init; }

    /// <summary>Of pictures.</summary>
    public string? Url { get; init; }
}

/// <summary>A video of the library.</summary>
internal sealed record StoredVideo
{
    public string? Title { get; init; }

    public string? Description { get; init; }

    /// <summary>Where it can be fetched.</summary>
    public required string DownUrl { get; init; }
}

/// <summary>Articles of the library, from the time before there were drafts.</summary>
internal sealed record StoredNews
{
    [JsonPropertyName("news_item")]
    public required IReadOnlyList<KeptArticle> Articles { get; init; }
}

/// <summary>A file as WeChat keeps it.</summary>
/// <param name="Bytes">Its content.</param>
/// <param name="ContentType">What WeChat says it is; null where it says nothing.</param>
internal sealed record DownloadedFile(ReadOnlyMemory<byte> Bytes, string? ContentType);
