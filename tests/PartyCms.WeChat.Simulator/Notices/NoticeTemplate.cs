using System.Text.RegularExpressions;

namespace PartyCms.WeChat.Simulator.Notices;

/// <summary>A form for notices that the account has chosen.</summary>
/// <param name="Id">Its id in this account.</param>
/// <param name="Title">Heading of its notices.</param>
/// <param name="Rows">Names and keys of its rows, for example <c>课程</c> and <c>thing1</c>.</param>
public sealed partial record NoticeTemplate(string Id, string Title, IReadOnlyList<(string Name, string Key)> Rows)
{
    /// <summary>Number of the form in WeChat's library; empty for those that a test adds.</summary>
    public string LibraryId { get; init; } = "";

    /// <summary>2 one-time, 3 long-term; of subscription notices.</summary>
    public int Type { get; init; } = 2;

    /// <summary>What the account says it is for.</summary>
    public string Scene { get; init; } = "";

    /// <summary>The form as WeChat writes it, with <c>{{key.DATA}}</c> where values go.</summary>
    public string Content => string.Concat(Rows.Select(row => $"{row.Name}:{{{{{row.Key}.DATA}}}}\n"));

    /// <summary>A form from a heading and rows that are written <c>name:key</c>.</summary>
    public static NoticeTemplate Create(string id, string title, params IEnumerable<string> rows) =>
        new(id, title, [.. rows.Select(row => (row.Split(':')[0], row.Split(':')[1]))]);

    /// <summary>Whether a value fits its key: <c>thing1</c> takes 20 characters, <c>time2</c> a time, and so on.</summary>
    internal static bool Fits(string key, string value) => KeyKind().Match(key).Value switch
    {
        "thing" => value.Length is > 0 and <= 20,
        "character_string" => value.Length is > 0 and <= 32 && Ascii().IsMatch(value),
        "number" => Number().IsMatch(value),
        "letter" => value.Length is > 0 and <= 32 && Letters().IsMatch(value),
        "phrase" => value.Length is > 0 and <= 5,
        "name" => value.Length is > 0 and <= 10,
        "phone_number" => value.Length is > 0 and <= 17,
        "date" or "time" => HasDigits().IsMatch(value),
        _ => value.Length > 0,
    };

    [GeneratedRegex("^[a-z_]+")]
    private static partial Regex KeyKind();

    [GeneratedRegex("^[ -~]+$")]
    private static partial Regex Ascii();

    [GeneratedRegex(@"^\d{1,32}(\.\d+)?$")]
    private static partial Regex Number();

    [GeneratedRegex("^[A-Za-z]+$")]
    private static partial Regex Letters();

    [GeneratedRegex(@"\d")]
    private static partial Regex HasDigits();
}
