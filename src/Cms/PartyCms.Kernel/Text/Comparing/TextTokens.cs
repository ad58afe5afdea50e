using System.Globalization;
using System.Text;

namespace PartyCms.Kernel.Text.Comparing;

/// <summary>
/// Cuts text into what a reader takes as one: a Chinese character, a word or number in other letters, a mark, a stretch
/// of white space. Nothing is lost: the pieces in order are the text.
/// </summary>
internal static class TextTokens
{
    private const string SentenceEnds = "。！？；…!?;\n";

    public static List<string> Words(string text)
    {
        var words = new List<string>();
        var start = 0;
        var last = Kind.None;
        for (var i = 0; i < text.Length;)
        {
            Rune.DecodeFromUtf16(text.AsSpan(i), out var rune, out var length);
            var kind = KindOf(rune);
            var joins = kind == Kind.Mark || (kind == last && kind is Kind.Word or Kind.Space);
            if (!joins && i > start)
            {
                words.Add(text[start..i]);
                start = i;
            }

            last = kind == Kind.Mark ? last : kind;
            i += length;
        }

        if (start < text.Length)
        {
            words.Add(text[start..]);
        }

        return words;
    }

    public static List<string> Sentences(string text)
    {
        var sentences = new List<string>();
        var start = 0;
        for (var i = 0; i < text.Length; i++)
        {
            if (SentenceEnds.Contains(text[i], StringComparison.Ordinal))
            {
                sentences.Add(text[start..(i + 1)]);
                start = i + 1;
            }
        }

        if (start < text.Length)
        {
            sentences.Add(text[start..]);
        }

        return sentences;
    }

    private static Kind KindOf(Rune rune)
    {
        if (Rune.IsWhiteSpace(rune))
        {
            return Kind.Space;
        }

        return Rune.GetUnicodeCategory(rune) switch
        {
            UnicodeCategory.NonSpacingMark or UnicodeCategory.SpacingCombiningMark or UnicodeCategory.EnclosingMark => Kind.Mark,
            UnicodeCategory.OtherLetter or UnicodeCategory.LetterNumber => Kind.Character,
            _ => Rune.IsLetterOrDigit(rune) ? Kind.Word : Kind.Character,
        };
    }

    private enum Kind
    {
        None,
        Character,
        Word,
        Space,
        Mark,
    }
}
