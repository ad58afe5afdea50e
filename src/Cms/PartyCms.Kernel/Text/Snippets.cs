using System.Text;

namespace PartyCms.Kernel.Text;

/// <summary>Shows where a text answers a query.</summary>
public static class Snippets
{
    /// <summary>
    /// The stretch of a text with most of the terms in it, cut into marked and unmarked pieces. Terms match as search
    /// folds them: a query in traditional characters marks simplified text, and the pieces hold the text as it was
    /// written. Words of spaced scripts match whole. Without a match the beginning of the text is given.
    /// </summary>
    /// <param name="text">Plain text, see <see cref="HtmlText.ToPlainText"/>.</param>
    /// <param name="terms">Terms as typed or as <see cref="SearchTerm.Text"/>.</param>
    /// <param name="maxChars">Longest stretch in UTF-16 characters, 1 or more; "…" at a cut comes on top.</param>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="maxChars"/> is less than 1.</exception>
    public static IReadOnlyList<SnippetSegment> Snippet(string text, IEnumerable<string> terms, int maxChars = 120)
    {
        ArgumentNullException.ThrowIfNull(text);
        ArgumentNullException.ThrowIfNull(terms);
        ArgumentOutOfRangeException.ThrowIfLessThan(maxChars, 1);

        var hits = Hits(text, [.. terms.SelectMany(SearchTerms.Parse).Select(term => term.Text).Distinct()]);
        var (start, end) = Window(text, hits, maxChars);
        var segments = new List<SnippetSegment>();
        Add(segments, start > 0 ? "…" : "", isHit: false);

        var position = start;
        foreach (var hit in hits.Where(hit => hit.Start >= start && hit.End <= end && hit.Start < hit.End))
        {
            if (hit.End > position)
            {
                var from = Math.Max(hit.Start, position);
                Add(segments, text[position..from], isHit: false);
                Add(segments, text[from..hit.End], isHit: true);
                position = hit.End;
            }
        }

        Add(segments, text[position..end], isHit: false);
        Add(segments, end < text.Length ? "…" : "", isHit: false);
        return segments;
    }

    private static void Add(List<SnippetSegment> segments, string text, bool isHit)
    {
        if (text.Length == 0)
        {
            return;
        }

        if (segments is [.., var last] && last.IsHit == isHit)
        {
            segments[^1] = new SnippetSegment(last.Text + text, isHit);
        }
        else
        {
            segments.Add(new SnippetSegment(text, isHit));
        }
    }

    private static List<Hit> Hits(string text, List<string> terms)
    {
        var folded = new StringBuilder(text.Length);
        var origins = new List<(int Start, int End)>(text.Length);
        TextFolding.Fold(text, folded, origins);
        var haystack = folded.ToString();

        var hits = new List<Hit>();
        for (var term = 0; term < terms.Count; term++)
        {
            var length = terms[term].Length;
            for (var at = IndexOf(0); at >= 0; at = IndexOf(at + length))
            {
                if (IsWhole(haystack, at, length))
                {
                    hits.Add(new Hit(origins[at].Start, origins[at + length - 1].End, term));
                }
            }

            int IndexOf(int from) => haystack.IndexOf(terms[term], from, StringComparison.Ordinal);
        }

        hits.Sort((a, b) => a.Start != b.Start ? a.Start.CompareTo(b.Start) : b.End.CompareTo(a.End));
        return hits;
    }

    /// <summary>Whether a match does not begin or end within a word; within Chinese there are no such bounds.</summary>
    private static bool IsWhole(string folded, int start, int length) =>
        !IsWithinWord(folded, start) && !IsWithinWord(folded, start + length);

    private static bool IsWithinWord(string folded, int at) =>
        at > 0 && at < folded.Length && SearchText.IsOfWord(folded[at - 1]) && SearchText.IsOfWord(folded[at]);

    /// <summary>The stretch with most different terms, the earliest of equals, and some text before its hits.</summary>
    private static (int Start, int End) Window(string text, List<Hit> hits, int maxChars)
    {
        if (text.Length <= maxChars)
        {
            return (0, text.Length);
        }

        var best = 0;
        var bestEnd = 0;
        var mostTerms = 0;
        for (var i = 0; i < hits.Count; i++)
        {
            var (terms, end) = TermsFrom(hits, i, maxChars);
            if (terms > mostTerms)
            {
                (best, bestEnd, mostTerms) = (hits[i].Start, end, terms);
            }
        }

        var lead = Math.Min(maxChars / 4, maxChars - (bestEnd - best));
        var start = HtmlText.SafeEnd(text, Math.Min(Math.Max(0, best - lead), text.Length - maxChars));
        return (start, HtmlText.SafeEnd(text, start + maxChars));
    }

    /// <summary>How many different terms a stretch from a hit on shows, and where the last hit in it ends.</summary>
    private static (int Terms, int End) TermsFrom(List<Hit> hits, int first, int maxChars)
    {
        var limit = hits[first].Start + maxChars;
        var seen = new HashSet<int>();
        var end = hits[first].Start;
        for (var i = first; i < hits.Count && hits[i].Start < limit; i++)
        {
            if (hits[i].End <= limit)
            {
                seen.Add(hits[i].Term);
                end = Math.Max(end, hits[i].End);
            }
        }

        return (seen.Count, end);
    }

    private readonly record struct Hit(int Start, int End, int Term);
}
