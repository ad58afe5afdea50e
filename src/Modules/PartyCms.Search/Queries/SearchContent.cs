using PartyCms.Kernel.Content;
using PartyCms.Kernel.Data;
using PartyCms.Kernel.Search;
using PartyCms.Kernel.Text;

namespace PartyCms.Search.Queries;

/// <summary>Answers a query with published items and the places that match.</summary>
internal sealed class SearchContent(CmsDbContext db, ISearchIndex index, TimeProvider clock)
{
    /// <summary>Longest query, in characters.</summary>
    public const int MaxQueryLength = 100;

    private const int SnippetLength = 110;

    public async Task<SearchResults> FindAsync(
        string query, string? contentType, Guid? orgUnitId, int skip, int take, CancellationToken cancellationToken)
    {
        var terms = SearchText.ToMatchTokens(query);
        if (terms.Count == 0)
        {
            return SearchResults.None;
        }

        var hits = await index.FindAsync(
            db,
            new SearchQuery(terms, contentType, orgUnitId, skip, take, clock.GetUtcNow()),
            cancellationToken);
        var ids = hits.Hits.Select(hit => hit.ContentItemId).ToList();
        var summaries = await db.Set<ContentSummary>().AsNoTracking().Where(summary => ids.Contains(summary.ContentItemId))
            .ToDictionaryAsync(summary => summary.ContentItemId, cancellationToken);
        var words = terms.Select(term => term.Text).ToList();
        return new SearchResults(hits.Total,
        [
            .. from hit in hits.Hits
               let summary = summaries.GetValueOrDefault(hit.ContentItemId)
               where summary is not null
               select new SearchResult(
                   summary,
                   Snippets.Snippet(summary.Title, words, ContentPreparation.TitleLength),
                   Excerpt(summary.Summary, hit.Body, words)),
        ]);
    }

    /// <summary>Where the body has no hit, the summary tells more than the body's beginning.</summary>
    private static IReadOnlyList<SnippetSegment> Excerpt(string summary, string body, IReadOnlyList<string> words)
    {
        var excerpt = Snippets.Snippet(body, words, SnippetLength);
        return excerpt.Any(segment => segment.IsHit) ? excerpt : Snippets.Snippet(summary, words, SnippetLength);
    }
}

/// <summary>One page of results.</summary>
internal sealed record SearchResults(int Total, IReadOnlyList<SearchResult> Items)
{
    public static SearchResults None { get; } = new(0, []);
}

/// <summary>One result, with its title and a stretch of its text cut into marked and unmarked pieces.</summary>
internal sealed record SearchResult(ContentSummary Summary, IReadOnlyList<SnippetSegment> Title, IReadOnlyList<SnippetSegment> Excerpt);
