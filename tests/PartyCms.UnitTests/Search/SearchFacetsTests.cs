using PartyCms.Kernel.Search;
using PartyCms.Search.Queries;

namespace PartyCms.UnitTests.Search;

public sealed class SearchFacetsTests
{
    private static readonly Guid East = new(1, 0, 0, new byte[8]);

    private static readonly Guid West = new(2, 0, 0, new byte[8]);

    private static readonly SearchGroup[] Groups =
    [
        new("Guide", null, 2024, 1),
        new("News", East, 2025, 2),
        new("News", East, 2026, 3),
        new("News", West, 2026, 4),
        new("Notice", West, 2025, 5),
    ];

    [Fact]
    public void Without_a_filter_every_hit_is_counted()
    {
        var facets = SearchFacets.Of(Groups, SearchFilter.None);

        Assert.Equal((15, 15, true), (facets.Matches, facets.Total, facets.IsComplete));
        Assert.Equal([("News", 9), ("Notice", 5), ("Guide", 1)], facets.Types.Select(facet => (facet.Value, facet.Count)));
        Assert.Equal([(West, 9), (East, 5)], facets.Branches.Select(facet => (facet.Value, facet.Count)));
        Assert.Equal([(2026, 7), (2025, 7), (2024, 1)], facets.Years.Select(facet => (facet.Value, facet.Count)));
    }

    [Fact]
    public void A_spread_takes_the_other_filters_into_account_and_not_its_own()
    {
        var facets = SearchFacets.Of(Groups, new SearchFilter("News", West, null));

        Assert.Equal((15, 4), (facets.Matches, facets.Total));
        Assert.Equal([("Notice", 5), ("News", 4)], facets.Types.Select(facet => (facet.Value, facet.Count)));
        Assert.Equal([(East, 5), (West, 4)], facets.Branches.Select(facet => (facet.Value, facet.Count)));
        Assert.Equal([(2026, 4)], facets.Years.Select(facet => (facet.Value, facet.Count)));
    }

    [Fact]
    public void So_many_hits_that_not_all_were_counted_are_told() =>
        Assert.False(SearchFacets.Of([new("News", null, 2026, ISearchIndex.MaxGrouped)], SearchFilter.None).IsComplete);
}
