using PartyCms.Kernel.Search;

namespace PartyCms.Search.Queries;

/// <summary>
/// How hits spread over types, branches and years. Each spread takes the other filters into account and not its own, so
/// that a reader sees what choosing another value would give.
/// </summary>
/// <param name="Matches">Hits without any filter, as far as they were counted.</param>
/// <param name="Total">Hits that pass the filter, as far as they were counted.</param>
/// <param name="IsComplete">False where there are so many hits that only the newest were counted.</param>
/// <param name="Types">By content type, most first.</param>
/// <param name="Branches">By branch, most first; what belongs to the platform is not in it.</param>
/// <param name="Years">By year of publication, latest first.</param>
internal sealed record SearchFacets(
    int Matches,
    int Total,
    bool IsComplete,
    IReadOnlyList<SearchFacet<string>> Types,
    IReadOnlyList<SearchFacet<Guid>> Branches,
    IReadOnlyList<SearchFacet<int>> Years)
{
    public static SearchFacets None { get; } = new(0, 0, true, [], [], []);

    public static SearchFacets Of(IReadOnlyList<SearchGroup> groups, SearchFilter filter)
    {
        var matches = groups.Sum(group => group.Count);
        return new SearchFacets(
            matches,
            groups.Where(filter.Matches).Sum(group => group.Count),
            matches < ISearchIndex.MaxGrouped,
            [.. Spread(groups, filter with { ContentType = null }, group => group.ContentType).OrderByDescending(facet => facet.Count)],
            [
                .. Spread(groups.Where(group => group.OrgUnitId is not null), filter with { OrgUnitId = null }, group => group.OrgUnitId!.Value)
                    .OrderByDescending(facet => facet.Count),
            ],
            [.. Spread(groups, filter with { Year = null }, group => group.Year).OrderByDescending(facet => facet.Value)]);
    }

    // Equal counts keep one order, whatever order the engine gave the groups in.
    private static IEnumerable<SearchFacet<T>> Spread<T>(
        IEnumerable<SearchGroup> groups, SearchFilter others, Func<SearchGroup, T> valueOf) =>
        groups.Where(others.Matches).GroupBy(valueOf)
            .Select(same => new SearchFacet<T>(same.Key, same.Sum(group => group.Count)))
            .OrderBy(facet => facet.Value);
}

/// <summary>One value and how many hits have it.</summary>
internal sealed record SearchFacet<T>(T Value, int Count);
