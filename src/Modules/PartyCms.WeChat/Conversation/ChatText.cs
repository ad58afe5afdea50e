using System.Text.RegularExpressions;

namespace PartyCms.WeChat.Conversation;

/// <summary>A text as a chat shows it: pieces of plain text and links, for previews.</summary>
internal static partial class ChatText
{
    /// <summary>The pieces in their order. Only anchors that lead to http, https or a page of this site are links.</summary>
    public static IReadOnlyList<ChatPiece> Parse(string text)
    {
        var pieces = new List<ChatPiece>();
        var from = 0;
        foreach (var link in Anchor().Matches(text).Cast<Match>())
        {
            Add(text[from..link.Index], href: null);
            Add(link.Groups["words"].Value, link.Groups["href"].Value);
            from = link.Index + link.Length;
        }

        Add(text[from..], href: null);
        return pieces;

        void Add(string words, string? href)
        {
            if (words.Length > 0)
            {
                pieces.Add(new ChatPiece(words, href));
            }
        }
    }

    [GeneratedRegex("""<a href="(?<href>(https?:/)?/[^"<>]*)">(?<words>[^<]*)</a>""", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Anchor();
}

/// <summary>A piece of a chat's text; the address is null for plain text.</summary>
internal sealed record ChatPiece(string Text, string? Href);
