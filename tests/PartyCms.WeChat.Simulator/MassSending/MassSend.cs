using PartyCms.WeChat.Simulator.Chats;
using PartyCms.WeChat.Simulator.Drafts;

namespace PartyCms.WeChat.Simulator.MassSending;

/// <summary>One message to many (群发).</summary>
/// <param name="MsgId">Its id.</param>
/// <param name="ClientMsgId">What the sender called it; a digest of range and content if nothing.</param>
/// <param name="Type"><c>mpnews</c>, <c>text</c>, <c>image</c>, <c>voice</c> or <c>mpvideo</c>.</param>
/// <param name="Recipients">To whom it goes.</param>
/// <param name="AcceptedAt">When it was handed in.</param>
public sealed record MassSend(
    long MsgId, string ClientMsgId, string Type, IReadOnlyList<string> Recipients, DateTimeOffset AcceptedAt)
{
    /// <summary>Id for statistics.</summary>
    public long MsgDataId { get; init; }

    /// <summary>Articles of <c>mpnews</c>, with their addresses once they are out.</summary>
    public IReadOnlyList<SimulatedArticle> Articles { get; init; } = [];

    /// <summary>Draft they came from.</summary>
    public SimulatedDraft? Draft { get; init; }

    /// <summary>Words of <c>text</c>.</summary>
    public string Text { get; init; } = "";

    /// <summary>Files of the other types.</summary>
    public IReadOnlyList<string> MediaIds { get; init; } = [];

    /// <summary><c>SENDING</c>, <c>SEND_SUCCESS</c>, <c>SEND_FAIL</c> or <c>DELETE</c>.</summary>
    public string Status { get; init; } = "SENDING";

    /// <summary>Status of the event that ended it, for example <c>err(40001)</c>.</summary>
    public string FinalStatus { get; init; } = "";

    /// <summary>Whether the administrator has to confirm it in time.</summary>
    public bool AwaitsAdministrator { get; init; }

    /// <summary>When it goes out, or fails for want of a confirmation; <c>null</c> waits for <see cref="MassSends.Finish"/>.</summary>
    public DateTimeOffset? DueAt { get; init; }

    /// <summary>How many received it.</summary>
    public int SentCount { get; init; }

    /// <summary>How many did not, having received their four of the month.</summary>
    public int ErrorCount { get; init; }

    internal ChatMessage ToChat(DateTimeOffset now) => new(now, IsFromAccount: true, ChatKind)
    {
        Source = "mass",
        Text = Text,
        MediaId = MediaIds.Count > 0 ? MediaIds[0] : "",
        Cards = [.. Articles.Select(article => article.ToCard())],
    };

    private string ChatKind => Type switch
    {
        "mpnews" => "news",
        "mpvideo" => "video",
        _ => Type,
    };
}
