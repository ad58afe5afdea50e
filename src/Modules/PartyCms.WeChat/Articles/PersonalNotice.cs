using System.Text.RegularExpressions;

namespace PartyCms.WeChat.Articles;

/// <summary>
/// Recognizes notices that name persons for a limited time (公示), such as those before an admission. What WeChat once
/// has cannot be closed at the end of the period, so they are never offered for it (domain 7.4). It rather holds back
/// one too many.
/// </summary>
internal static partial class PersonalNotice
{
    /// <param name="title">Title of the article.</param>
    /// <param name="text">Its body as plain text.</param>
    public static bool IsOne(string title, string text) =>
        About().Replace(title, "").Contains("公示", StringComparison.Ordinal) || Period().IsMatch(text);

    // Articles on the practice of such notices are none themselves.
    [GeneratedRegex("公示(?:栏|制度|办法|规定|流程|程序|要求|牌|墙|率|工作)")]
    private static partial Regex About();

    [GeneratedRegex("(?:公示期|公示时间|公示期限|公示对象|公示起止)(?:[限间为是：:]|从|自|共|\\s|[0-9０-９])")]
    private static partial Regex Period();
}
