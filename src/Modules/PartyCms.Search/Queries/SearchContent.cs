using PartyCms.Kernel.Content;
using PartyCms.Kernel.Data;
using PartyCms.Kernel.Search;
using PartyCms.Kernel.Text;

namespace PartyCms.Search.Queries;

/// <summary>Answers a query with published items, the places that match, and how many there are of each kind.</summary>
internal sealed class SearchContent(CmsDbContext db, ISearchIndex index, TimeProvider clock)
{
    /// <summary>Longest query, in characters.</summary>
    public const int MaxQueryLength = 100;

    /// <summary>Hits that can be paged through; who has not found it by then asks for something else.</summary>
    public const int MaxDepth = 200;

    private const int SnippetLength = 110;

    /// <summary>With fewer hits than these, what comes near is offered as well.</summary>
    private const int FewHits = 3;

    /// <summary>Items that come near.</summary>
    private const int MostRelated = 10;

    /// <summary>What holds less than this part of what the nearest holds is not near.</summary>
    private const double LeastNear = 0.3;

    /// <summary>What of a query is searched for: all of it, or its first <see cref="MaxQueryLength"/> characters.</summary>
    public static string Begin(string query) => query.Length <= MaxQueryLength
        ? query
        : query[..(MaxQueryLength - (char.IsHighSurrogate(query[MaxQueryLength - 1]) ? 1 : 0))];

    public async Task<SearchResults> FindAsync(
        string query, SearchFilter filter, int skip, int take, CancellationToken cancellationToken)
    {
        var terms = SearchTerms.Parse(query);
        if (terms.Count == 0)
        {
            return SearchResults.None;
        }

        var now = clock.GetUtcNow();
        var groups = await index.GroupAsync(db, terms, cancellationToken);
        var facets = SearchFacets.Of(groups, filter);
        var total = facets.IsComplete ? facets.Total : await index.CountAsync(db, terms, filter, cancellationToken);
        var ids = total == 0
            ? []
            : await index.FindAsync(db, new SearchQuery(terms, filter, skip, take, now), facets.Matches, cancellationToken);
        var related = facets.Matches < FewHits && skip == 0
            ? await FindRelatedAsync(query, ids, filter, now, cancellationToken)
            : [];
        return new SearchResults(total, await ReadAsync(ids, terms, cancellationToken), facets, related);
    }

    /// <summary>
    /// What comes near a query that little or nothing answers: without the words of a question, whatever holds most of
    /// its parts. Quotes say that nothing near will do.
    /// </summary>
    private async Task<IReadOnlyList<SearchResult>> FindRelatedAsync(
        string query, IReadOnlyList<string> shown, SearchFilter filter, DateTimeOffset now, CancellationToken cancellationToken)
    {
        var parts = SearchTerms.HasQuotes(query) ? [] : SearchTerms.Cut(SearchTerms.Core(query));
        if (parts.Count == 0)
        {
            return [];
        }

        var near = await index.FindMostAsync(
            db, new SearchQuery(parts, filter, 0, MostRelated + shown.Count, now), cancellationToken);
        var ids = near.Where(entry => entry.Weight >= near[0].Weight * LeastNear).Select(entry => entry.ContentItemId)
            .Except(shown).Take(MostRelated).ToList();
        return await ReadAsync(ids, parts, cancellationToken);
    }

    private async Task<IReadOnlyList<SearchResult>> ReadAsync(
        IReadOnlyList<string> ids, IReadOnlyList<SearchTerm> terms, CancellationToken cancellationToken)
    {
        var rows = await (
            from summary in db.Set<ContentSummary>().AsNoTracking()
            join item in db.Set<ContentItem>().AsNoTracking() on summary.ContentItemVersionId equals item.ContentItemVersionId
            where ids.Contains(summary.ContentItemId)
            select new { summary, item }).ToDictionaryAsync(row => row.summary.ContentItemId, cancellationToken);
        var words = terms.Select(term => term.Text).ToList();
        return
        [
            .. from id in ids
               let row = rows.GetValueOrDefault(id)
               where row is not null
               select new SearchResult(
                   row.summary,
                   Snippets.Snippet(row.summary.Title, words, ContentPreparation.TitleLength),
                   Excerpt(row.summary.Summary, HtmlText.ToPlainText(row.item.Parts.Text(ContentParts.Body) ?? ""), words)),
        ];
    }

    /// <summary>Where the body has no hit, the summary tells more than the body's beginning.</summary>
    private static IReadOnlyList<SnippetSegment> Excerpt(string summary, string body, IReadOnlyList<string> words)
    {
        var excerpt = Snippets.Snippet(body, words, SnippetLength);
        return excerpt.Any(segment => segment.IsHit) ? excerpt : Snippets.Snippet(summary, words, SnippetLength);
    }
}
