namespace PartyCms.WeChat.Conversation.Followers;

/// <summary>
/// When the account may write to a follower by itself (客服消息): after a message from them five times within 48 hours;
/// after they followed, scanned a code or tapped the menu three times within a minute. WeChat counts too; asking it for
/// more only earns an error.
/// </summary>
internal static class CustomerWindow
{
    private const int AfterMessage = 5;
    private const int AfterAction = 3;

    private static readonly TimeSpan MessageWindow = TimeSpan.FromHours(48);
    private static readonly TimeSpan ActionWindow = TimeSpan.FromMinutes(1);

    /// <summary>Which of the two windows a message would use; null where both are shut.</summary>
    public static CustomerWindowKind? OpenFor(Follower follower, DateTimeOffset now)
    {
        if (now - follower.ActedUtc < ActionWindow && follower.SentSinceAction < AfterAction)
        {
            return CustomerWindowKind.Action;
        }

        return now - follower.MessagedUtc < MessageWindow && follower.SentSinceMessage < AfterMessage
            ? CustomerWindowKind.Message
            : null;
    }
}

internal enum CustomerWindowKind
{
    /// <summary>After a message of the follower.</summary>
    Message,

    /// <summary>After they followed, scanned or tapped.</summary>
    Action,
}
