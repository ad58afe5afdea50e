using System.Buffers;

namespace PartyCms.Kernel.Text;

/// <summary>
/// Reads what somebody typed. Words and runs of Chinese are terms of their own, wherever they stand; what is quoted, by
/// whichever quotes, is one term whose parts must follow each other; and a single character that touches a word belongs
/// to it, so that <c>2025年</c> is one thing. Nothing that can be typed is an error.
/// </summary>
public static class SearchTerms
{
    /// <summary>Most terms that are taken from a query.</summary>
    public const int MaxTerms = 16;

    private const int MaxTokensOfTerm = 64;

    private static readonly SearchValues<char> Openers = SearchValues.Create("\"“”„「『");

    private static readonly SearchValues<char> Closers = SearchValues.Create("\"”“」』");

    // Longest first. Words of questions say nothing about what is looked for. Folded, for so is the query: 么 becomes 幺.
    private static readonly string[] QuestionWords = Array.ConvertAll<string, string>(
    [
        "什么时候", "什么地方", "为什么", "怎么样", "怎么办", "什么样", "是什么", "有什么", "有哪些", "是不是", "能不能", "有没有", "要不要",
        "怎么", "怎样", "如何", "什么", "哪些", "哪里", "哪儿", "哪个", "多少", "多久", "几点", "是否", "能否", "可以", "需要", "应该", "请问",
        "一下", "关于", "有关", "我想", "我要", "谁", "吗", "呢", "吧", "的", "了",
    ], SearchText.Normalize);

    /// <summary>
    /// What a query asks for, all of which a hit must contain. At most 16 terms of at most 64 tokens are taken, repeated
    /// terms once; a query of signs only gives none.
    /// </summary>
    public static IReadOnlyList<SearchTerm> Parse(string query)
    {
        var folded = SearchText.Normalize(query);
        var terms = new List<SearchTerm>();
        foreach (var (start, end, isQuoted) in Stretches(folded))
        {
            var runs = SearchText.Runs(folded[start..end]).Select(run => run with { Start = run.Start + start });
            foreach (var group in isQuoted ? Whole(runs) : Groups(runs, folded))
            {
                Add(terms, ToTerm(folded, group));
            }
        }

        return terms;
    }

    /// <summary>Whether a query says by quotes that it means exactly what it says.</summary>
    public static bool HasQuotes(string query) => Stretches(SearchText.Normalize(query)).Any(stretch => stretch.IsQuoted);

    /// <summary>
    /// The same query without words of questions and without single characters, each remaining run a term of its own:
    /// what is meant by <c>怎么交党费</c> is <c>交党费</c>. Empty where nothing remains.
    /// </summary>
    public static IReadOnlyList<SearchTerm> Core(string query)
    {
        var folded = SearchText.Normalize(query);
        foreach (var word in QuestionWords)
        {
            folded = folded.Replace(word, " ", StringComparison.Ordinal);
        }

        var terms = new List<SearchTerm>();
        foreach (var run in SearchText.Runs(folded))
        {
            if (!IsSingle(folded, run))
            {
                Add(terms, ToTerm(folded, [run]));
            }
        }

        return terms;
    }

    /// <summary>Terms cut into their smallest parts: each pair of characters and each word is a term of its own.</summary>
    public static IReadOnlyList<SearchTerm> Cut(IReadOnlyList<SearchTerm> terms)
    {
        ArgumentNullException.ThrowIfNull(terms);
        return
        [
            .. terms.SelectMany(term => term.Tokens).Distinct(StringComparer.Ordinal).Take(MaxTerms)
                .Select(token => new SearchTerm(token, [token], [])),
        ];
    }

    /// <summary>The characters of unspaced scripts in the tokens of terms, each a term of its own.</summary>
    public static IReadOnlyList<SearchTerm> Characters(IReadOnlyList<SearchTerm> terms)
    {
        ArgumentNullException.ThrowIfNull(terms);
        return
        [
            .. terms.SelectMany(term => term.Tokens)
                .SelectMany(token => SearchText.ToPieces(token).Split(' ', StringSplitOptions.RemoveEmptyEntries))
                .Distinct(StringComparer.Ordinal).Take(MaxTerms)
                .Select(character => new SearchTerm(character, [], [character])),
        ];
    }

    private static void Add(List<SearchTerm> terms, SearchTerm term)
    {
        if (terms.Count < MaxTerms && !terms.Exists(known => known.Text == term.Text))
        {
            terms.Add(term);
        }
    }

    /// <summary>Cuts a query at its quotes; one that is never closed is a sign like any other.</summary>
    private static IEnumerable<(int Start, int End, bool IsQuoted)> Stretches(string folded)
    {
        var start = 0;
        while (start < folded.Length)
        {
            var open = folded.AsSpan(start).IndexOfAny(Openers) is var at and >= 0 ? start + at : folded.Length;
            var close = open < folded.Length ? folded.AsSpan(open + 1).IndexOfAny(Closers) : -1;
            if (close < 0)
            {
                yield return (start, folded.Length, false);
                yield break;
            }

            yield return (start, open, false);
            yield return (open + 1, open + 1 + close, true);
            start = open + close + 2;
        }
    }

    private static IEnumerable<List<TextRun>> Whole(IEnumerable<TextRun> runs) =>
        runs.ToList() is { Count: > 0 } all ? [all] : [];

    /// <summary>Each run for itself, but a single character together with the word it touches.</summary>
    private static IEnumerable<List<TextRun>> Groups(IEnumerable<TextRun> runs, string folded)
    {
        var group = new List<TextRun>();
        foreach (var run in runs)
        {
            var belongs = group is [.., var last] && last.End == run.Start && (IsSingle(folded, last) || IsSingle(folded, run));
            if (!belongs && group.Count > 0)
            {
                yield return group;
                group = [];
            }

            group.Add(run);
        }

        if (group.Count > 0)
        {
            yield return group;
        }
    }

    // A single character at the edge of a phrase may be half of a pair in the text: it is asked for as a piece.
    private static SearchTerm ToTerm(string folded, List<TextRun> runs)
    {
        var tokens = new List<string>();
        var pieces = new List<string>();
        for (var i = 0; i < runs.Count; i++)
        {
            var run = runs[i];
            if (IsSingle(folded, run) && (i == 0 || i == runs.Count - 1))
            {
                pieces.Add(Piece(folded, runs, i));
            }
            else
            {
                SearchText.AddTokens(folded, run, tokens);
            }
        }

        return new SearchTerm(folded[runs[0].Start..runs[^1].End], [.. tokens.Take(MaxTokensOfTerm)], pieces);
    }

    private static string Piece(string folded, List<TextRun> runs, int index)
    {
        var character = SearchText.FirstCharacter(folded, runs[index]);
        return index == 0 && runs.Count > 1 && runs[0].End == runs[1].Start ? character + SearchText.Word(folded, runs[1])
            : index > 0 && runs[index - 1].End == runs[index].Start ? SearchText.Word(folded, runs[index - 1]) + character
            : character;
    }

    private static bool IsSingle(string folded, TextRun run) =>
        run.IsUnspaced && SearchText.LastCharacter(folded, run).Length == run.Length;
}
