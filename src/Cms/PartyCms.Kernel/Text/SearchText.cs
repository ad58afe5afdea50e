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

    private const int MaxTerms = 16;

    private const int MaxTokensOfTerm = 64;

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

    /// <summary>
    /// The tokens of <see cref="Bigrams"/> joined by spaces, for the indexed column. After each run of pairs its last
    /// character follows alone, so that a prefix query for one character finds every place of it.
    /// </summary>
    public static string ToIndexText(string text)
    {
        var folded = Normalize(text);
        var tokens = new List<string>();
        foreach (var run in Runs(folded))
        {
            AddTokens(folded, run, tokens);
            var last = LastCharacter(folded, run);
            if (run.IsUnspaced && last.Length < run.Length)
            {
                tokens.Add(last);
            }
        }

        return string.Join(' ', tokens);
    }

    /// <summary>
    /// What a query asks for, all of which a hit must contain. The tokens of one term must follow each other in the
    /// text (a phrase: <c>"党务 务公"</c> in FTS5, <c>党务 &lt;-&gt; 务公</c> in a tsquery). At most 16 terms of at most 64
    /// tokens are taken; repeated terms once; a query of signs only gives none.
    /// </summary>
    public static IReadOnlyList<SearchTerm> ToMatchTokens(string query)
    {
        var folded = Normalize(query);
        var terms = new List<SearchTerm>();
        foreach (var run in Runs(folded))
        {
            var text = folded.Substring(run.Start, run.Length);
            if (terms.Count < MaxTerms && !terms.Exists(term => term.Text == text))
            {
                var tokens = new List<string>();
                AddTokens(folded, run, tokens);
                var isPrefix = run.IsUnspaced && LastCharacter(folded, run).Length == run.Length;
                terms.Add(new SearchTerm(text, [.. tokens.Take(MaxTokensOfTerm)], isPrefix));
            }
        }

        return terms;
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

    private static void AddTokens(string folded, TextRun run, List<string> tokens)
    {
        if (!run.IsUnspaced)
        {
            var length = run.Length <= MaxTokenLength ? run.Length : MaxTokenLength;
            length -= char.IsHighSurrogate(folded[run.Start + length - 1]) ? 1 : 0;
            tokens.Add(folded.Substring(run.Start, length));
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

    private static string LastCharacter(string folded, TextRun run)
    {
        var end = run.Start + run.Length;
        return folded[(end - (char.IsLowSurrogate(folded[end - 1]) ? 2 : 1))..end];
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
internal readonly record struct TextRun(int Start, int Length, bool IsUnspaced);
