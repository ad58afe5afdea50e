using System.Text;
using System.Xml;

namespace PartyCms.WeChat.Callback;

/// <summary>
/// Text without the characters that XML forbids, such as control characters and halves of surrogate pairs. Followers
/// do send them, and one of them in an answer makes WeChat tell the follower that the account is out of order.
/// </summary>
internal static class LegalText
{
    public static string From(string text)
    {
        var illegal = FirstIllegal(text, 0);
        if (illegal < 0)
        {
            return text;
        }

        var legal = new StringBuilder(text.Length);
        var start = 0;
        while (illegal >= 0)
        {
            legal.Append(text, start, illegal - start);
            start = illegal + 1;
            illegal = FirstIllegal(text, start);
        }

        return legal.Append(text, start, text.Length - start).ToString();
    }

    private static int FirstIllegal(string text, int start)
    {
        for (var i = start; i < text.Length; i++)
        {
            if (XmlConvert.IsXmlChar(text[i]))
            {
                continue;
            }

            if (i + 1 == text.Length || !XmlConvert.IsXmlSurrogatePair(text[i + 1], text[i]))
            {
                return i;
            }

            i++;
        }

        return -1;
    }
}
