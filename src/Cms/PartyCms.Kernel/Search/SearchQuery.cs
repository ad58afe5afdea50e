using PartyCms.Kernel.Text;

namespace PartyCms.Kernel.Search;

/// <summary>What somebody looks for.</summary>
/// <param name="Terms">What must be found; at least one.</param>
/// <param name="Filter">Which entries are looked at.</param>
/// <param name="Skip">Hits to pass over; keep it small.</param>
/// <param name="Take">Hits to return.</param>
/// <param name="Now">The present instant, for freshness.</param>
public sealed record SearchQuery(IReadOnlyList<SearchTerm> Terms, SearchFilter Filter, int Skip, int Take, DateTimeOffset Now);

/// <summary>Which entries a search looks at; null everywhere for all.</summary>
/// <param name="ContentType">Only of this type.</param>
/// <param name="OrgUnitId">Only of this branch.</param>
/// <param name="Year">Only of this year.</param>
public sealed record SearchFilter(string? ContentType = null, Guid? OrgUnitId = null, int? Year = null)
{
    /// <summary>Looks at everything.</summary>
    public static SearchFilter None { get; } = new();

    /// <summary>Whether it lets a group of entries pass.</summary>
    public bool Matches(SearchGroup group)
    {
        ArgumentNullException.ThrowIfNull(group);
        return (ContentType is null || ContentType == group.ContentType)
            && (OrgUnitId is null || OrgUnitId == group.OrgUnitId)
            && (Year is null || Year == group.Year);
    }
}

/// <summary>How many entries answer a query, of one type, branch and year.</summary>
/// <param name="ContentType">Name of the type.</param>
/// <param name="OrgUnitId">The branch; null for the platform.</param>
/// <param name="Year">Year of the first publication.</param>
/// <param name="Count">Entries; one or more.</param>
public sealed record SearchGroup(string ContentType, Guid? OrgUnitId, int Year, int Count);

/// <summary>An entry that comes near a query.</summary>
/// <param name="ContentItemId">Id of the item.</param>
/// <param name="Weight">How much of the query it holds, to be compared within one answer only.</param>
public sealed record SearchNear(string ContentItemId, double Weight);
