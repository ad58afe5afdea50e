using System.Text.Json.Serialization;

namespace PartyCms.WeChat.Client.Tags;

/// <summary>A tag that followers can have.</summary>
/// <param name="Id">Given by WeChat; 0, 1 and 2 are its own.</param>
/// <param name="Name">At most 30 characters.</param>
/// <param name="Count">Followers that have it; null where that was not asked for.</param>
internal sealed record Tag(int? Id, string? Name, int? Count)
{
    public const int NameLength = 30;
}

/// <summary>A tag on its way.</summary>
internal sealed record TagEnvelope(Tag Tag);

/// <summary>All tags of the account, at most 100.</summary>
internal sealed record TagList
{
    public IReadOnlyList<Tag> Tags { get; init; } = [];
}

/// <summary>Whose list is asked for, and from where.</summary>
internal sealed record TagMembersQuery(
    [property: JsonPropertyName("tagid")] int TagId, [property: JsonPropertyName("next_openid")] string NextOpenId);

/// <summary>Who gets a tag or loses it.</summary>
internal sealed record TagChange(
    [property: JsonPropertyName("openid_list")] IReadOnlyList<string> OpenIds, [property: JsonPropertyName("tagid")] int TagId);

/// <summary>Whose tags are asked for.</summary>
internal sealed record TagOwner([property: JsonPropertyName("openid")] string OpenId);

/// <summary>The tags of one follower.</summary>
internal sealed record TagIdList
{
    [JsonPropertyName("tagid_list")]
    public IReadOnlyList<int> TagIds { get; init; } = [];
}
