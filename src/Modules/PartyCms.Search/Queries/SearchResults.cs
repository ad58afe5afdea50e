using PartyCms.Kernel.Content;
using PartyCms.Kernel.Text;

namespace PartyCms.Search.Queries;

/// <summary>One page of results.</summary>
/// <param name="Total">Hits on all pages.</param>
/// <param name="Items">Best first.</param>
/// <param name="Facets">How the hits spread.</param>
/// <param name="Related">On the first page, where there are few hits or none: what holds most of the query.</param>
internal sealed record SearchResults(
    int Total, IReadOnlyList<SearchResult> Items, SearchFacets Facets, IReadOnlyList<SearchResult> Related)
{
    public static SearchResults None { get; } = new(0, [], SearchFacets.None, []);
}

/// <summary>One result, with its title and a stretch of its text cut into marked and unmarked pieces.</summary>
internal sealed record SearchResult(ContentSummary Summary, IReadOnlyList<SnippetSegment> Title, IReadOnlyList<SnippetSegment> Excerpt);
