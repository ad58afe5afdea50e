using System.Text.Json.Serialization;

namespace PartyCms.WeChat.Client.OAuth;

/// <summary>Who reads a page, as WeChat says.</summary>
internal sealed record WebGrant
{
    [JsonPropertyName("openid")]
    public required string OpenId { get; init; }

    /// <summary>Only where the account belongs to an Open Platform account.</summary>
    [JsonPropertyName("unionid")]
    public string? UnionId { get; init; }

    /// <summary>Of this person only; nothing to do with the account's own token.</summary>
    public required string AccessToken { get; init; }

    public string? RefreshToken { get; init; }

    /// <summary>Seconds that the token lives.</summary>
    public int ExpiresIn { get; init; }

    public string? Scope { get; init; }

    /// <summary>1 for the stand-in of a snapshot page (快照页).</summary>
    [JsonPropertyName("is_snapshotuser")]
    public int? SnapshotUser { get; init; }

    /// <summary>
    /// Whether all of it is invented: the reader looks at a snapshot of the page, and others share this very identity. No
    /// member may be recognized or bound by it.
    /// </summary>
    [JsonIgnore]
    public bool IsStandIn => SnapshotUser == 1;

    // Neither the person nor the token belongs in a log.
    public override string ToString() => "grant with scope " + Scope;
}

/// <summary>What a person let the site know of themselves.</summary>
internal sealed record WebProfile
{
    [JsonPropertyName("openid")]
    public required string OpenId { get; init; }

    public string? Nickname { get; init; }

    [JsonPropertyName("headimgurl")]
    public string? PictureUrl { get; init; }

    [JsonPropertyName("unionid")]
    public string? UnionId { get; init; }

    public override string ToString() => "profile";
}
