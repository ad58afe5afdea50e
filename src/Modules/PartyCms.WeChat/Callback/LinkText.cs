using System.Text;

namespace PartyCms.WeChat.Callback;

/// <summary>
/// Texts as WeChat takes them: at most 2,048 bytes, where a link is an anchor of HTML and everything else is shown as it
/// stands.
/// </summary>
internal static class LinkText
{
    /// <summary>Bytes of UTF-8 in one text message.</summary>
    public const int MaxBytes = 2048;

    private const int MostLinks = 8;

    private const int TitleLength = 40;

    /// <summary>The lead, as many links as there is room for, each on a line of its own, and the tail.</summary>
    public static string Write(ListReply list)
    {
        var room = MaxBytes - BytesOf(list.Lead) - BytesOf(list.Tail) - 2;
        var text = new StringBuilder(list.Lead);
        var number = 0;
        foreach (var item in list.Items.Take(MostLinks))
        {
            var line = $"\n{number + 1}. {Link(item.Title, item.Url)}";
            room -= BytesOf(line);
            if (room < 0)
            {
                break;
            }

            text.Append(line);
            number++;
        }

        return list.Tail.Length == 0 ? text.ToString() : text.Append('\n').Append(list.Tail).ToString();
    }

    /// <summary>A link whose words are a title; angle brackets in it would end the link.</summary>
    public static string Link(string title, string url) =>
        $"<a href=\"{url.Replace("\"", "%22", StringComparison.Ordinal)}\">{Flatten(title)}</a>";

    /// <summary>The text, or its beginning with an ellipsis; no character is cut in two.</summary>
    public static string Shorten(string text)
    {
        if (BytesOf(text) <= MaxBytes)
        {
            return text;
        }

        var shortened = new StringBuilder();
        var room = MaxBytes - BytesOf("…");
        foreach (var rune in text.EnumerateRunes())
        {
            room -= rune.Utf8SequenceLength;
            if (room < 0)
            {
                break;
            }

            shortened.Append(rune);
        }

        return shortened.Append('…').ToString();
    }

    private static string Flatten(string title) =>
        ShortText.Of(title.Replace('<', '＜').Replace('>', '＞').Replace('\n', ' ').Replace('\r', ' '), TitleLength);

    private static int BytesOf(string text) => Encoding.UTF8.GetByteCount(text);
}
