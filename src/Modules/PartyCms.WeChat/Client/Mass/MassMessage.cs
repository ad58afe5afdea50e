using System.Text.Json.Serialization;
using PartyCms.WeChat.Client.Drafts;

namespace PartyCms.WeChat.Client.Mass;

/// <summary>A message to many followers; either to a filter or to named ones.</summary>
internal sealed record MassMessage
{
    /// <summary>Longest <see cref="ClientMessageId" />, in bytes.</summary>
    public const int ClientMessageIdLength = 64;

    public MassFilter? Filter { get; init; }

    /// <summary>2 to 10,000 OpenIds.</summary>
    [JsonPropertyName("touser")]
    public IReadOnlyList<string>? ToUsers { get; init; }

    [JsonPropertyName("msgtype")]
    public required string MessageType { get; init; }

    /// <summary>Id of a draft.</summary>
    [JsonPropertyName("mpnews")]
    public MediaReference? Articles { get; init; }

    public MassText? Text { get; init; }

    /// <summary>1 sends articles as reprints where WeChat finds that others wrote them; 0 stops them.</summary>
    public int? SendIgnoreReprint { get; init; }

    /// <summary>By this WeChat knows a repetition for 24 hours; at most 64 bytes.</summary>
    [JsonPropertyName("clientmsgid")]
    public string? ClientMessageId { get; init; }
}

/// <summary>All followers, or those with a tag.</summary>
internal sealed record MassFilter(bool IsToAll, int? TagId);

/// <summary>The words of a message.</summary>
internal sealed record MassText(string Content);

/// <summary>A message to a single follower who looks at it before it goes to all.</summary>
internal sealed record MassPreview
{
    [JsonPropertyName("touser")]
    public string? ToUser { get; init; }

    /// <summary>The name a person chose at WeChat, in place of the OpenId.</summary>
    [JsonPropertyName("towxname")]
    public string? ToWeChatName { get; init; }

    [JsonPropertyName("msgtype")]
    public required string MessageType { get; init; }

    [JsonPropertyName("mpnews")]
    public MediaReference? Articles { get; init; }

    public MassText? Text { get; init; }
}
