using System.Text.Json.Serialization;

namespace PartyCms.WeChat.Client.Followers;

/// <summary>What WeChat tells of a follower. Names and pictures it has not told since 2021.</summary>
internal sealed record Follower
{
    [JsonPropertyName("openid")]
    public required string OpenId { get; init; }

    /// <summary>1 for a follower; of anybody else nothing more is told.</summary>
    public int Subscribe { get; init; }

    [JsonIgnore]
    public bool IsFollowing => Subscribe == 1;

    /// <summary>Only where the account belongs to an Open Platform account.</summary>
    [JsonPropertyName("unionid")]
    public string? UnionId { get; init; }

    public string? Language { get; init; }

    /// <summary>In seconds since 1970, UTC; of the last time they began to follow.</summary>
    public long SubscribeTime { get; init; }

    /// <summary>What the account wrote about them, at most 30 characters.</summary>
    public string? Remark { get; init; }

    [JsonPropertyName("tagid_list")]
    public IReadOnlyList<int> TagIds { get; init; } = [];

    /// <summary>How they found the account, such as <c>ADD_SCENE_QR_CODE</c>; WeChat adds to the list.</summary>
    public string? SubscribeScene { get; init; }

    /// <summary>The scene of the code that they scanned, where it was a number.</summary>
    [JsonConverter(typeof(TextOrNumber))]
    public string? QrScene { get; init; }

    /// <summary>The scene of the code that they scanned, where it was text.</summary>
    public string? QrSceneStr { get; init; }
}

/// <summary>Followers, told in one go.</summary>
internal sealed record FollowerList
{
    [JsonPropertyName("user_info_list")]
    public IReadOnlyList<Follower> Followers { get; init; } = [];
}

/// <summary>Part of the list of followers.</summary>
internal sealed record FollowerPage
{
    /// <summary>Of all followers; missing in the list of a tag.</summary>
    public int? Total { get; init; }

    /// <summary>In this part, at most 10,000.</summary>
    public int Count { get; init; }

    public OpenIdList? Data { get; init; }

    /// <summary>Where the next part begins; empty at the end.</summary>
    [JsonPropertyName("next_openid")]
    public string? NextOpenId { get; init; }

    [JsonIgnore]
    public IReadOnlyList<string> OpenIds => Data?.OpenIds ?? [];
}

/// <summary>A bare list of people.</summary>
internal sealed record OpenIdList
{
    [JsonPropertyName("openid")]
    public IReadOnlyList<string> OpenIds { get; init; } = [];
}

/// <summary>Whose data is asked for.</summary>
internal sealed record FollowersWanted([property: JsonPropertyName("user_list")] IReadOnlyList<FollowerWanted> Followers);

/// <summary>One whose data is asked for.</summary>
internal sealed record FollowerWanted([property: JsonPropertyName("openid")] string OpenId)
{
    public string Lang { get; } = "zh_CN";
}

/// <summary>What the account writes about a follower.</summary>
internal sealed record FollowerRemark([property: JsonPropertyName("openid")] string OpenId, string Remark);

/// <summary>Where a list begins.</summary>
internal sealed record ListBegin([property: JsonPropertyName("begin_openid")] string BeginOpenId);

/// <summary>People to block or to admit again.</summary>
internal sealed record PeopleToBlock([property: JsonPropertyName("openid_list")] IReadOnlyList<string> OpenIds);

/// <summary>People of an account that moved into this one.</summary>
internal sealed record FormerFollowersWanted(
    [property: JsonPropertyName("from_appid")] string FormerAppId,
    [property: JsonPropertyName("openid_list")] IReadOnlyList<string> OpenIds);

/// <summary>Who they are now.</summary>
internal sealed record FormerFollowers
{
    [JsonPropertyName("result_list")]
    public IReadOnlyList<FormerFollower> Followers { get; init; } = [];
}

/// <summary>One who came with an account that moved into this one.</summary>
internal sealed record FormerFollower
{
    /// <summary>Who they were at the account that moved.</summary>
    [JsonPropertyName("ori_openid")]
    public required string FormerOpenId { get; init; }

    /// <summary>Who they are at this one; null where WeChat does not know them.</summary>
    [JsonPropertyName("new_openid")]
    public string? OpenId { get; init; }

    /// <summary><c>ok</c>, or why not.</summary>
    [JsonPropertyName("err_msg")]
    public string Message { get; init; } = "";
}
