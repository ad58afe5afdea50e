using System.Globalization;
using System.Text;
using AngleSharp.Html.Parser;
using PartyCms.Kernel.Text.Sanitizing;

namespace PartyCms.Kernel.Text;

/// <summary>Plain text of HTML, for summaries, share data, search and messages.</summary>
public static class HtmlText
{
    private const int CharactersPerMinute = 300;

    private const string SentenceEnds = "。！？；…!?;";

    private const string ClosingMarks = "”’」』）》】)\"'";

    /// <summary>
    /// The visible text on one line: references decoded, blocks, line breaks and table cells set apart by one space,
    /// inline elements by none, white space collapsed, control characters dropped. Text of scripts, styles and hidden
    /// parts is left out. The result is text and must be encoded again where HTML is written.
    /// </summary>
    public static string ToPlainText(string html)
    {
        ArgumentNullException.ThrowIfNull(html);
        if (!html.AsSpan().ContainsAny('<', '&'))
        {
            // Plain text has its paragraphs on lines; in HTML a line break in the source may be a mere fold.
            return OneLine(html.ReplaceLineEndings(" "));
        }

        var builder = new StringBuilder(html.Length);
        foreach (var token in VisibleTokens.Read(html))
        {
            if (token.Type == HtmlTokenType.Character)
            {
                builder.Append(token.Data);
            }
            else if (SetsApart(SourceElement.Of(token.Name).Kind))
            {
                builder.Append(' ');
            }
        }

        return OneLine(builder.ToString());
    }

    /// <summary>
    /// The beginning of the visible text, at most <paramref name="maxChars"/> UTF-16 characters long. A longer text
    /// ends after the last whole sentence if that keeps at least half of the room, otherwise with "…"; a character is
    /// never cut in two.
    /// </summary>
    /// <param name="html">HTML or plain text.</param>
    /// <param name="maxChars">Room in characters, 1 or more; the ellipsis counts.</param>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="maxChars"/> is less than 1.</exception>
    public static string Summarize(string html, int maxChars = 120)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(maxChars, 1);
        var text = ToPlainText(html);
        if (text.Length <= maxChars)
        {
            return text;
        }

        var sentences = EndOfSentence(text, maxChars);
        return sentences >= Math.Max(1, maxChars / 2)
            ? text[..sentences]
            : text[..SafeEnd(text, maxChars - 1)].TrimEnd() + "…";
    }

    /// <summary>
    /// Minutes that an adult needs to read the text, at about 300 Chinese characters a minute; a word or number in
    /// Latin letters or digits counts as one and a half characters. Rounded, and at least 1.
    /// </summary>
    public static int ReadingMinutes(string html)
    {
        var text = ToPlainText(html);
        var wide = 0;
        var words = 0;
        var isInWord = false;
        foreach (var c in text)
        {
            var isWord = char.IsLetterOrDigit(c) && !TextCharacters.IsWide(c);
            words += isWord && !isInWord ? 1 : 0;
            wide += TextCharacters.IsWide(c) && char.IsLetter(c) ? 1 : 0;
            isInWord = isWord;
        }

        var minutes = (wide + (words * 1.5)) / CharactersPerMinute;
        return Math.Max(1, (int)Math.Round(minutes, MidpointRounding.AwayFromZero));
    }

    /// <summary>Largest cut at or before a length that leaves surrogate pairs and marked letters whole.</summary>
    internal static int SafeEnd(string text, int length)
    {
        while (length > 0 && length < text.Length && (char.IsLowSurrogate(text[length]) || IsMark(text[length])))
        {
            length--;
        }

        return length;
    }

    private static bool IsMark(char c) => char.GetUnicodeCategory(c)
        is UnicodeCategory.NonSpacingMark or UnicodeCategory.SpacingCombiningMark or UnicodeCategory.EnclosingMark;

    private static int EndOfSentence(string text, int maxChars)
    {
        for (var i = maxChars - 1; i >= 0; i--)
        {
            if (SentenceEnds.Contains(text[i], StringComparison.Ordinal) || (text[i] == '.' && text[i + 1] == ' '))
            {
                var end = i + 1;
                while (end < maxChars && ClosingMarks.Contains(text[end], StringComparison.Ordinal))
                {
                    end++;
                }

                // A closing mark that no longer fits belongs to the sentence: look for an earlier one.
                if (!ClosingMarks.Contains(text[end], StringComparison.Ordinal))
                {
                    return end;
                }
            }
        }

        return 0;
    }

    private static bool SetsApart(SourceKind kind) =>
        kind is not (SourceKind.Unwrapped or SourceKind.Format or SourceKind.Span or SourceKind.Link
            or SourceKind.Image);

    private static string OneLine(string text)
    {
        var line = new InlineContent(maxBreaks: 0);
        line.AddText(text, InlineFormats.None, null);
        return line.IsEmpty ? "" : line.TextOf(line.Runs[0]);
    }
}
