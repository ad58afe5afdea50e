using PartyCms.Kernel.Content;
using PartyCms.Kernel.Search;
using PartyCms.Search.Queries;

namespace PartyCms.Search.Contracts;

/// <summary>Finds published items for other modules, as the search page does.</summary>
public sealed class SiteSearch
{
    private readonly SearchContent _search;

    /// <summary>Made by the container only: what it needs is the module's own.</summary>
    internal SiteSearch(SearchContent search) => _search = search;

    /// <summary>What answers a query best, or comes near it where nothing answers it wholly.</summary>
    /// <param name="query">As people type it; of a longer one the first 100 characters count.</param>
    /// <param name="take">Most items to return.</param>
    /// <param name="cancellationToken">Stops the search.</param>
    public async Task<FoundContent> FindAsync(string query, int take, CancellationToken cancellationToken)
    {
        var asked = SearchContent.Begin(query);
        var results = await _search.FindAsync(asked, SearchFilter.None, 0, take, cancellationToken);
        return results.Total > 0
            ? new FoundContent(asked, [.. results.Items.Select(item => item.Summary)], results.Total, IsExact: true)
            : new FoundContent(asked, [.. results.Related.Take(take).Select(item => item.Summary)], 0, IsExact: false);
    }
}

/// <summary>What a search found.</summary>
/// <param name="Query">What was searched for, short enough for the search page.</param>
/// <param name="Items">Best first.</param>
/// <param name="Total">How many there are in all; 0 where the items only come near.</param>
/// <param name="IsExact">Whether the items hold the whole query.</param>
public sealed record FoundContent(string Query, IReadOnlyList<ContentSummary> Items, int Total, bool IsExact);
