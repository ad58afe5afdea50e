using System.Text.Json.Serialization;

namespace PartyCms.WeChat.Client.Publishing;

/// <summary>How far the publication of a draft has come.</summary>
internal sealed record PublishProgress
{
    [JsonConverter(typeof(TextOrNumber))]
    public string? PublishId { get; init; }

    public PublishStatus PublishStatus { get; init; }

    /// <summary>Id of the published articles together; null until they are.</summary>
    public string? ArticleId { get; init; }

    public PublishedArticles? ArticleDetail { get; init; }

    /// <summary>Places, from 1, of the articles that were refused.</summary>
    public IReadOnlyList<int> FailIdx { get; init; } = [];
}

/// <summary>WeChat's numbers for the states of a publication.</summary>
internal enum PublishStatus
{
    Published = 0,
    Publishing = 1,

    /// <summary>原创审核不通过: the text is taken for somebody else's.</summary>
    OriginalityRefused = 2,

    /// <summary>常规失败.</summary>
    Failed = 3,

    /// <summary>平台审核不通过.</summary>
    ReviewRefused = 4,

    /// <summary>Published, and all of it taken down by the account.</summary>
    Withdrawn = 5,

    /// <summary>Published, and all of it banned by WeChat.</summary>
    Banned = 6,
}

/// <summary>The addresses of published articles.</summary>
internal sealed record PublishedArticles
{
    public int Count { get; init; }

    [JsonPropertyName("item")]
    public IReadOnlyList<PublishedAddress> Items { get; init; } = [];
}

/// <summary>The lasting address of an article.</summary>
internal sealed record PublishedAddress
{
    /// <summary>Place in the draft, from 1.</summary>
    public int Idx { get; init; }

    public string ArticleUrl { get; init; } = "";
}
