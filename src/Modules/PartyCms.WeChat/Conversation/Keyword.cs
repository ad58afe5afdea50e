using PartyCms.Kernel.Text;

namespace PartyCms.WeChat.Conversation;

/// <summary>What a follower asks for by typing it, or by tapping a menu button whose key it is.</summary>
internal static class Keyword
{
    /// <summary>Today's lesson.</summary>
    public const string Lesson = "学习";

    /// <summary>The newest disclosures.</summary>
    public const string Disclosures = "公开";

    /// <summary>What happens in the branches.</summary>
    public const string Activities = "活动";

    /// <summary>Where a member checks in to a gathering.</summary>
    public const string CheckIn = "签到";

    /// <summary>The member's own pages.</summary>
    public const string Mine = "我的";

    /// <summary>The member's hours and credits.</summary>
    public const string Credits = "积分";

    /// <summary>What can be asked for.</summary>
    public const string Help = "帮助";

    /// <summary>A person instead of the account.</summary>
    public const string Person = "人工";

    /// <summary>The words that the site answers by itself, with what they bring, in the order of the help.</summary>
    public static IReadOnlyList<KeyValuePair<string, string>> BuiltIn { get; } =
    [
        new(Lesson, "今天的党课"),
        new(Disclosures, "最新党务公开"),
        new(Activities, "支部近期动态"),
        new(CheckIn, "到了现场，扫码签到"),
        new(Mine, "我的学习记录"),
        new(Credits, "我的学时和积分"),
        new(Person, "转人工客服"),
        new(Help, "看能问什么"),
    ];

    /// <summary>
    /// The text without what people type around a word that they were told to send, such as its quotation marks; in
    /// simplified characters and small letters.
    /// </summary>
    public static string From(string text) => ChineseScript.ToSimplified(
        new string([.. text.Where(c => !char.IsWhiteSpace(c) && !char.IsPunctuation(c))]).ToLowerInvariant());
}
