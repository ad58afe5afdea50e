using PartyCms.Kernel.Content;
using PartyCms.Kernel.Data;
using PartyCms.Kernel.Search;
using PartyCms.Kernel.Text;

namespace PartyCms.Search.Queries;

/// <summary>Titles that hold what somebody has typed so far. They are titles of published items, like all of the index.</summary>
internal sealed class SuggestTitles(CmsDbContext db, ISearchIndex index)
{
    private const int Most = 8;

    /// <summary>Newest titles that are put in order; more would take longer than a key stroke.</summary>
    private const int MostLookedAt = 40;

    public async Task<IReadOnlyList<ContentSummary>> FindAsync(string typed, CancellationToken cancellationToken)
    {
        var terms = SearchTerms.Parse(typed);
        if (terms.Count == 0)
        {
            return [];
        }

        var ids = await index.FindTitlesAsync(db, terms, isLastOpen: IsOpen(typed), MostLookedAt, cancellationToken);
        var summaries = await db.Set<ContentSummary>().AsNoTracking().Where(summary => ids.Contains(summary.ContentItemId))
            .ToListAsync(cancellationToken);
        return
        [
            .. summaries.OrderBy(summary => PlaceOf(terms[0].Text, summary.Title)).ThenByDescending(summary => summary.PublishedUtc)
                .ThenBy(summary => summary.ContentItemId, StringComparer.Ordinal).DistinctBy(summary => summary.Title).Take(Most),
        ];
    }

    /// <summary>A space after a word says that it is finished.</summary>
    private static bool IsOpen(string typed) => typed.Length > 0 && !char.IsWhiteSpace(typed[^1]);

    /// <summary>A title that begins with what was typed stands before one that holds it further on.</summary>
    private static int PlaceOf(string first, string title) =>
        SearchText.Normalize(title).IndexOf(first, StringComparison.Ordinal) is var at and >= 0 ? Math.Min(at, 1) : 2;
}
