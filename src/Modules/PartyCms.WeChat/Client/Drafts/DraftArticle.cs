using System.Text.Json.Serialization;

namespace PartyCms.WeChat.Client.Drafts;

/// <summary>One article of a draft, as WeChat takes it. Lengths are in characters as people count them.</summary>
internal sealed record DraftArticle
{
    public const int TitleLength = 32;
    public const int AuthorLength = 16;
    public const int DigestLength = 128;
    public const int ContentLength = 20_000;
    public const int ContentBytes = 1024 * 1024;
    public const int SourceAddressBytes = 1024;

    /// <summary>Articles in one draft.</summary>
    public const int MostInDraft = 8;

    /// <summary><c>news</c> for text with pictures, <c>newspic</c> for pictures with a few words.</summary>
    public string ArticleType { get; init; } = "news";

    /// <summary>At most <see cref="TitleLength" />.</summary>
    public required string Title { get; init; }

    /// <summary>At most <see cref="AuthorLength" />.</summary>
    public string? Author { get; init; }

    /// <summary>
    /// At most <see cref="DigestLength" />; shown only where the draft holds a single article. WeChat takes the beginning
    /// of the text where it is missing.
    /// </summary>
    public string? Digest { get; init; }

    /// <summary>HTML whose pictures lie at WeChat; of <c>newspic</c> plain text.</summary>
    public required string Content { get; init; }

    /// <summary>Where 阅读原文 leads.</summary>
    public string? ContentSourceUrl { get; init; }

    /// <summary>Cover: a permanent picture of the library. Needed for <c>news</c>.</summary>
    public string? ThumbMediaId { get; init; }

    /// <summary>1 opens the comments.</summary>
    public int NeedOpenComment { get; init; }

    /// <summary>1 lets only followers comment.</summary>
    public int OnlyFansCanComment { get; init; }

    /// <summary>Part of the cover at the head of an issue, <c>X1_Y1_X2_Y2</c> from 0 to 1.</summary>
    [JsonPropertyName("pic_crop_235_1")]
    public string? WideCrop { get; init; }

    /// <summary>Part of the cover in a list, <c>X1_Y1_X2_Y2</c> from 0 to 1.</summary>
    [JsonPropertyName("pic_crop_1_1")]
    public string? SquareCrop { get; init; }

    /// <summary>Pictures of <c>newspic</c>, 1 to 20; the first is the cover.</summary>
    public DraftPictures? ImageInfo { get; init; }
}

/// <summary>Pictures of an article that consists of them.</summary>
internal sealed record DraftPictures(IReadOnlyList<DraftPicture> ImageList);

/// <summary>A permanent picture of the library.</summary>
internal sealed record DraftPicture(string ImageMediaId);
