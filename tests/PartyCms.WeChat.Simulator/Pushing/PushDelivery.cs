using PartyCms.WeChat.Simulator.Chats;

namespace PartyCms.WeChat.Simulator.Pushing;

/// <summary>What became of one push.</summary>
/// <param name="Message">The message or event.</param>
/// <param name="Attempts">Every try, in order.</param>
/// <param name="Verdict">How it ended.</param>
public sealed record PushDelivery(PushMessage Message, IReadOnlyList<PushAttempt> Attempts, PushVerdict Verdict)
{
    /// <summary>The site's answer as the follower sees it, for <see cref="PushVerdict.Answered"/>.</summary>
    public ChatMessage? Reply { get; init; }

    /// <summary>Why the answer made no sense, for <see cref="PushVerdict.Faulty"/>.</summary>
    public string Fault { get; init; } = "";
}
