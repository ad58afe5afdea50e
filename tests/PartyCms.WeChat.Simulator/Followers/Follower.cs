namespace PartyCms.WeChat.Simulator.Followers;

/// <summary>A person with WeChat who has met the account.</summary>
/// <param name="OpenId">Who they are to this account.</param>
/// <param name="Nickname">Name they gave themselves; only the consent page gives it away.</param>
public sealed record Follower(string OpenId, string Nickname)
{
    /// <summary>Who they are to all accounts of one owner at the Open Platform.</summary>
    public string UnionId { get; init; } = "";

    /// <summary>Whether they follow the account now.</summary>
    public bool IsFollowing { get; init; }

    /// <summary>When they last began to follow.</summary>
    public DateTimeOffset? FollowedAt { get; init; }

    /// <summary>How they came, <c>ADD_SCENE_…</c>.</summary>
    public string Scene { get; init; } = "ADD_SCENE_SEARCH";

    /// <summary>Scene of the QR code that brought them, as text or number.</summary>
    public string QrScene { get; init; } = "";

    /// <summary>What the account notes about them.</summary>
    public string Remark { get; init; } = "";

    /// <summary>Ids of the account's tags that they carry.</summary>
    public IReadOnlyList<int> TagIds { get; init; } = [];

    /// <summary>Whether the account has blocked them.</summary>
    public bool IsBlocked { get; init; }

    /// <summary>1 iOS, 2 Android, 3 other; chooses conditional menus.</summary>
    public int Platform { get; init; } = 2;
}
