using PartyCms.Kernel.Data;
using PartyCms.Kernel.Search;
using PartyCms.Kernel.Text;

namespace PartyCms.Search.Queries;

/// <summary>Shorter words out of a query that found nothing, each of which finds something.</summary>
internal sealed class ShorterQueries(CmsDbContext db, ISearchIndex index)
{
    private const int Most = 4;

    /// <summary>Words that are looked up; a query without an end may not cost without an end.</summary>
    private const int MostTried = 16;

    public async Task<IReadOnlyList<ShorterQuery>> FindAsync(string query, CancellationToken cancellationToken)
    {
        var found = new List<ShorterQuery>();
        foreach (var words in Candidates(query).Distinct(StringComparer.Ordinal).Take(MostTried))
        {
            if (found.Count == Most)
            {
                break;
            }

            if (!found.Exists(longer => longer.Words.Contains(words, StringComparison.Ordinal))
                && await index.CountAsync(db, SearchTerms.Parse(words), SearchFilter.None, cancellationToken) is var count and > 0)
            {
                found.Add(new ShorterQuery(words, count));
            }
        }

        return found;
    }

    /// <summary>The words of the query, then beginnings and ends of its long words, the longest first.</summary>
    private static IEnumerable<string> Candidates(string query)
    {
        var words = SearchTerms.Core(query).Select(term => term.Text).ToList();
        var parts = words.SelectMany(word => Enumerable.Range(2, Math.Max(0, word.Length - 2))
            .SelectMany<int, string>(length => [word[..length], word[^length..]]));
        return words.Where(word => words.Count > 1 || word != SearchText.Normalize(query))
            .Concat(parts.Where(IsWhole).OrderByDescending(part => part.Length));
    }

    // A cut may have gone through the middle of a rare character.
    private static bool IsWhole(string part) => !char.IsLowSurrogate(part[0]) && !char.IsHighSurrogate(part[^1]);
}

/// <summary>A query that finds something.</summary>
/// <param name="Words">What to search for.</param>
/// <param name="Count">What it finds.</param>
internal sealed record ShorterQuery(string Words, int Count);
