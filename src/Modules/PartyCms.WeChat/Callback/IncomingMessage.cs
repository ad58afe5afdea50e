namespace PartyCms.WeChat.Callback;

/// <summary>One message or event that WeChat pushed to the account.</summary>
internal sealed record IncomingMessage
{
    /// <summary>The account's original id, <c>gh_…</c>.</summary>
    public required string ToUserName { get; init; }

    /// <summary>The follower's OpenId; for events of finished jobs a pseudo id that is no follower's.</summary>
    public required string FromUserName { get; init; }

    /// <summary>In seconds since 1970, UTC.</summary>
    public required long CreateTime { get; init; }

    /// <summary>Messages have one, events do not. It exceeds 2^53.</summary>
    public required long? MessageId { get; init; }

    public required MessageContent Content { get; init; }

    /// <summary>Everything that arrived, also what this version does not know.</summary>
    public required MessageFields Fields { get; init; }
}
