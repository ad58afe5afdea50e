using System.ComponentModel;
using Microsoft.AspNetCore.Mvc;

namespace PartyCms.Search.Queries;

/// <summary>What a search may be given.</summary>
/// <param name="Q">The words; those in quotes must follow each other.</param>
/// <param name="Type">Name of a content type.</param>
/// <param name="Branch">Slug of a branch.</param>
/// <param name="Year">Year of the first publication.</param>
/// <param name="Skip">Hits to pass over.</param>
/// <param name="Take">Hits to return, 1 to 50.</param>
internal sealed record SearchParameters(
    [property: FromQuery(Name = "q")]
    [property: Description("1 to 100 characters; what stands in quotes must be found as it stands")]
    string? Q,
    [property: FromQuery(Name = "type")]
    [property: Description("Name of a content type")]
    string? Type,
    [property: FromQuery(Name = "branch")]
    [property: Description("Slug of a branch")]
    string? Branch,
    [property: FromQuery(Name = "year")]
    [property: Description("Year of the first publication")]
    int? Year,
    [property: FromQuery(Name = "skip")]
    [property: Description("Hits to pass over; skip and take together at most 200")]
    int? Skip,
    [property: FromQuery(Name = "take")]
    [property: Description("Hits to return, 1 to 50; 10 if not given")]
    int? Take);

/// <summary>Answer of a search.</summary>
/// <param name="Total">Hits altogether.</param>
/// <param name="Items">The best of them, best first.</param>
/// <param name="Facets">How they spread; each spread takes the other filters into account and not its own.</param>
/// <param name="Related">On the first page, where there are less than three hits: items that hold most of the query.</param>
internal sealed record SearchAnswer(
    int Total, IReadOnlyList<SearchItem> Items, SearchAnswerFacets Facets, IReadOnlyList<SearchItem> Related);

/// <summary>One hit.</summary>
/// <param name="ContentItemId">Id of the item.</param>
/// <param name="ContentType">Name of its type.</param>
/// <param name="Title">Title.</param>
/// <param name="Snippet">The stretch of its text that matches best, plain.</param>
/// <param name="Url">Address on this site, encoded.</param>
/// <param name="PublishedUtc">First publication, ISO 8601 in UTC.</param>
internal sealed record SearchItem(
    string ContentItemId, string ContentType, string Title, string Snippet, string Url, string PublishedUtc);

/// <summary>How hits spread.</summary>
/// <param name="IsComplete">False where there are so many hits that only the newest 5,000 were counted here.</param>
/// <param name="Types">By content type, most first.</param>
/// <param name="Branches">By branch, most first.</param>
/// <param name="Years">By year of publication, latest first.</param>
internal sealed record SearchAnswerFacets(
    bool IsComplete,
    IReadOnlyList<SearchFacetItem> Types,
    IReadOnlyList<SearchFacetItem> Branches,
    IReadOnlyList<SearchFacetItem> Years);

/// <summary>One value to narrow a search by.</summary>
/// <param name="Value">What to give as <c>type</c>, <c>branch</c> or <c>year</c>.</param>
/// <param name="Name">What to call it.</param>
/// <param name="Count">Hits that have it.</param>
internal sealed record SearchFacetItem(string Value, string Name, int Count);
