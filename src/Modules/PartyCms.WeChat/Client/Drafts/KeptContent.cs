using System.Text.Json.Serialization;

namespace PartyCms.WeChat.Client.Drafts;

/// <summary>What WeChat keeps of a draft or of its publication: the articles, by place.</summary>
internal sealed record KeptContent
{
    [JsonPropertyName("news_item")]
    public IReadOnlyList<KeptArticle> Articles { get; init; } = [];
}

/// <summary>An article as WeChat keeps it, after it has taken out what it does not allow.</summary>
internal sealed record KeptArticle
{
    public string? ArticleType { get; init; }

    public string? Title { get; init; }

    public string? Author { get; init; }

    public string? Digest { get; init; }

    public string? Content { get; init; }

    public string? ContentSourceUrl { get; init; }

    public string? ThumbMediaId { get; init; }

    public string? ThumbUrl { get; init; }

    public int? NeedOpenComment { get; init; }

    public int? OnlyFansCanComment { get; init; }

    /// <summary>Of a draft a preview that ends after a while; of a published article its lasting address.</summary>
    public string? Url { get; init; }

    /// <summary>Whether a published article has been taken down.</summary>
    public bool? IsDeleted { get; init; }
}

/// <summary>A part of the list of drafts.</summary>
internal sealed record DraftPage
{
    /// <summary>Of the whole list.</summary>
    public int TotalCount { get; init; }

    [JsonPropertyName("item")]
    public IReadOnlyList<ListedDraft> Items { get; init; } = [];
}

/// <summary>A draft in the list.</summary>
internal sealed record ListedDraft
{
    public string MediaId { get; init; } = "";

    /// <summary>Without the text of the articles where the list was asked for so.</summary>
    public KeptContent Content { get; init; } = new();

    /// <summary>In seconds since 1970, UTC.</summary>
    public long UpdateTime { get; init; }
}
