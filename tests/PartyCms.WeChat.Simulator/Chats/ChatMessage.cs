namespace PartyCms.WeChat.Simulator.Chats;

/// <summary>One bubble or notice in the chat between a follower and the account.</summary>
/// <param name="At">When.</param>
/// <param name="IsFromAccount">Who said it.</param>
/// <param name="Kind">
/// <c>text</c>, <c>news</c>, <c>image</c>, <c>voice</c>, <c>video</c>, <c>choices</c>, <c>notice</c> (template and
/// subscription messages) or <c>system</c> (grey lines in the middle).
/// </param>
public sealed record ChatMessage(DateTimeOffset At, bool IsFromAccount, string Kind)
{
    /// <summary>What was said; the heading of a notice.</summary>
    public string Text { get; init; } = "";

    /// <summary>What sent it: <c>passive</c>, <c>custom</c>, <c>mass</c>, <c>template</c>, <c>subscription</c>, <c>user</c>, <c>wechat</c>.</summary>
    public string Source { get; init; } = "";

    /// <summary>Articles and links.</summary>
    public IReadOnlyList<ChatCard> Cards { get; init; } = [];

    /// <summary>Rows of a notice, or ids and texts of choices.</summary>
    public IReadOnlyList<(string Name, string Value)> Rows { get; init; } = [];

    /// <summary>File that is shown or played.</summary>
    public string MediaId { get; init; } = "";

    /// <summary>What follows the choices.</summary>
    public string Tail { get; init; } = "";

    /// <summary>Where a tap on a notice leads.</summary>
    public string Url { get; init; } = "";
}
