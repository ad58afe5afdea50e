namespace PartyCms.WeChat.Conversation;

/// <summary>What a follower asks for by typing it.</summary>
internal static class Keyword
{
    /// <summary>Today's lesson.</summary>
    public const string Lesson = "学习";

    /// <summary>
    /// The text without what people type around a word that they were told to send, such as its quotation marks.
    /// </summary>
    public static string From(string text) =>
        new([.. text.Where(c => !char.IsWhiteSpace(c) && !char.IsPunctuation(c))]);
}
