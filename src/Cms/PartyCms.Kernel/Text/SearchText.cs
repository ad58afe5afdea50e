using System.Globalization;
using System.Text;

namespace PartyCms.Kernel.Text;

/// <summary>
/// Text as the full-text engines index it and as queries ask for it. Chinese, Japanese and Korean have no spaces
/// between words, so their runs become overlapping pairs of characters; other scripts are indexed by words. Tokens
/// hold only letters, digits and marks, so they need no quoting in an engine's query language.
/// </summary>
public static class SearchText
{
    private const int MaxTokenLength = 64;

    /// <summary>
    /// Folds what a searcher does not tell apart: compatibility forms such as full-width letters (NFKC), upper and
    /// lower case, traditional and simplified characters. Folding a folded text changes nothing.
    /// </summary>
    public static string Normalize(string text)
    {
        ArgumentNullException.ThrowIfNull(text);
        var folded = new StringBuilder(text.Length);
        TextFolding.Fold(text, folded);
        return folded.ToString();
    }

    /// <summary>
    /// Tokens of a text in order: overlapping pairs for a run of Chinese, Japanese or Korean characters (a run of one
    /// stays one), whole words of other letters and digits, cut after 64 characters. <c>党务公开2024</c> becomes
    /// <c>党务 务公 公开 2024</c>.
    /// </summary>
    public static IReadOnlyList<string> Bigrams(string text)
    {
        var folded = Normalize(text);
        var tokens = new List<string>();
        foreach (var run in Runs(folded))
        {
            AddTokens(folded, run, tokens);
        }

        return tokens;
    }

    /// <summary>The tokens of <see cref="Bigrams"/> joined by spaces, for the indexed column.</summary>
    public static string ToIndexText(string text) => string.Join(' ', Bigrams(text));

    /// <summary>
    /// What pairs cannot answer, each once and joined by spaces, for a column without order: every single character of
    /// the unspaced scripts, and each word with the character that touches it, as in <c>2025年</c> and <c>第20</c>.
    /// </summary>
    public static string ToPieces(params ReadOnlySpan<string> texts)
    {
        var pieces = new HashSet<string>(StringComparer.Ordinal);
        foreach (var text in texts)
        {
            AddPieces(Normalize(text), pieces);
        }

        return string.Join(' ', pieces);
    }

    /// <summary>Runs of characters of one kind in a folded text.</summary>
    internal static IEnumerable<TextRun> Runs(string folded)
    {
        var start = 0;
        var kind = CharacterKind.Separator;
        for (var i = 0; i < folded.Length;)
        {
            var rune = RuneAt(folded, i);
            var next = KindOf(rune, kind);
            if (next != kind)
            {
                if (kind != CharacterKind.Separator)
                {
                    yield return new TextRun(start, i - start, kind == CharacterKind.Unspaced);
                }

                start = i;
                kind = next;
            }

            i += rune.Utf16SequenceLength;
        }

        if (kind != CharacterKind.Separator)
        {
            yield return new TextRun(start, folded.Length - start, kind == CharacterKind.Unspaced);
        }
    }

    /// <summary>Whether a folded UTF-16 unit is part of a word of a spaced script.</summary>
    internal static bool IsOfWord(char c) =>
        !IsUnspaced(c) && (char.IsLetterOrDigit(c) || IsMark(char.GetUnicodeCategory(c)));

    /// <summary>Pairs of a run, or the run itself where it is a word or one character.</summary>
    internal static void AddTokens(string folded, TextRun run, List<string> tokens)
    {
        if (!run.IsUnspaced)
        {
            tokens.Add(Word(folded, run));
            return;
        }

        var end = run.Start + run.Length;
        var first = run.Start;
        var second = first + RuneAt(folded, first).Utf16SequenceLength;
        if (second == end)
        {
            tokens.Add(folded.Substring(first, run.Length));
        }

        while (second < end)
        {
            var after = second + RuneAt(folded, second).Utf16SequenceLength;
            tokens.Add(folded[first..after]);
            (first, second) = (second, after);
        }
    }

    /// <summary>A word, cut where it has no end.</summary>
    internal static string Word(string folded, TextRun run)
    {
        var length = run.Length <= MaxTokenLength ? run.Length : MaxTokenLength;
        length -= char.IsHighSurrogate(folded[run.Start + length - 1]) ? 1 : 0;
        return folded.Substring(run.Start, length);
    }

    /// <summary>The last character of a run of unspaced script.</summary>
    internal static string LastCharacter(string folded, TextRun run) =>
        folded[(run.End - (char.IsLowSurrogate(folded[run.End - 1]) ? 2 : 1))..run.End];

    /// <summary>The first character of a run of unspaced script.</summary>
    internal static string FirstCharacter(string folded, TextRun run) =>
        folded.Substring(run.Start, char.IsHighSurrogate(folded[run.Start]) ? 2 : 1);

    private static void AddPieces(string folded, HashSet<string> pieces)
    {
        TextRun? before = null;
        foreach (var run in Runs(folded))
        {
            var touches = before is { } last && last.End == run.Start;
            if (touches && run.IsUnspaced && !before!.Value.IsUnspaced)
            {
                pieces.Add(Word(folded, before.Value) + FirstCharacter(folded, run));
            }
            else if (touches && before!.Value.IsUnspaced)
            {
                pieces.Add(LastCharacter(folded, before.Value) + Word(folded, run));
            }

            for (var i = run.Start; run.IsUnspaced && i < run.End;)
            {
                var length = RuneAt(folded, i).Utf16SequenceLength;
                pieces.Add(folded.Substring(i, length));
                i += length;
            }

            before = run;
        }
    }

    private static Rune RuneAt(string text, int index) =>
        Rune.TryGetRuneAt(text, index, out var rune) ? rune : Rune.ReplacementChar;

    private static CharacterKind KindOf(Rune rune, CharacterKind before) =>
        IsUnspaced(rune.Value) ? CharacterKind.Unspaced
        : Rune.IsLetterOrDigit(rune) ? CharacterKind.Word
        : before == CharacterKind.Word && IsMark(Rune.GetUnicodeCategory(rune)) ? CharacterKind.Word
        : CharacterKind.Separator;

    private static bool IsMark(UnicodeCategory category) =>
        category is UnicodeCategory.NonSpacingMark or UnicodeCategory.SpacingCombiningMark;

    /// <summary>Ideographs, kana and Hangul with their iteration marks.</summary>
    private static bool IsUnspaced(int code) =>
        code is (>= 0x3400 and <= 0x4DBF) or (>= 0x4E00 and <= 0x9FFF) or (>= 0xF900 and <= 0xFAFF)
            or (>= 0x20000 and <= 0x3FFFD) or 0x3005 or 0x3007 or (>= 0x3041 and <= 0x3096)
            or (>= 0x309D and <= 0x309F) or (>= 0x30A1 and <= 0x30FA) or (>= 0x30FC and <= 0x30FF)
            or (>= 0x31F0 and <= 0x31FF) or (>= 0xAC00 and <= 0xD7A3);

    private enum CharacterKind
    {
        Separator,
        Word,
        Unspaced,
    }
}

/// <summary>A stretch of folded text: characters without spaces between words, or one word.</summary>
internal readonly record struct TextRun(int Start, int Length, bool IsUnspaced)
{
    public int End => Start + Length;
}
