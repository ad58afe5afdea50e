using System.Text.Json.Nodes;
using PartyCms.WeChat.Simulator.Chats;

namespace PartyCms.WeChat.Simulator.Drafts;

/// <summary>One article of a draft or of what was published, as WeChat stored it.</summary>
public sealed record SimulatedArticle
{
    /// <summary><c>news</c>, or <c>newspic</c> for a series of pictures.</summary>
    public string Type { get; init; } = "news";

    /// <summary>Title.</summary>
    public required string Title { get; init; }

    /// <summary>Author.</summary>
    public string Author { get; init; } = "";

    /// <summary>Summary; the start of the text if none was given.</summary>
    public string Digest { get; init; } = "";

    /// <summary>HTML after WeChat took out what it does not show.</summary>
    public required string Content { get; init; }

    /// <summary>HTML as it was sent.</summary>
    public required string SentContent { get; init; }

    /// <summary>Address behind 阅读原文.</summary>
    public string SourceUrl { get; init; } = "";

    /// <summary>Permanent picture that is the cover.</summary>
    public string ThumbMediaId { get; init; } = "";

    /// <summary>Address of the cover.</summary>
    public string ThumbUrl { get; init; } = "";

    /// <summary>Whether readers may comment.</summary>
    public bool AllowsComments { get; init; }

    /// <summary>Whether only followers may comment.</summary>
    public bool OnlyFollowersComment { get; init; }

    /// <summary>Pictures of a <c>newspic</c>.</summary>
    public IReadOnlyList<string> PictureIds { get; init; } = [];

    /// <summary>Address; of a draft's preview, or for good once it is published.</summary>
    public string Url { get; init; } = "";

    /// <summary>Whether it was taken back after publication.</summary>
    public bool IsDeleted { get; init; }

    internal ChatCard ToCard() => new(Title, Digest, ThumbUrl, Url);

    internal JsonObject ToJson(bool withContent)
    {
        var json = new JsonObject
        {
            ["article_type"] = Type,
            ["title"] = Title,
            ["author"] = Author,
            ["digest"] = Digest,
            ["content_source_url"] = SourceUrl,
            ["thumb_media_id"] = ThumbMediaId,
            ["thumb_url"] = ThumbUrl,
            ["show_cover_pic"] = 0,
            ["need_open_comment"] = AllowsComments ? 1 : 0,
            ["only_fans_can_comment"] = OnlyFollowersComment ? 1 : 0,
            ["url"] = Url,
            ["is_deleted"] = IsDeleted,
        };
        if (withContent)
        {
            json["content"] = Content;
        }

        return json;
    }
}
