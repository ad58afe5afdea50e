using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Routing;
using PartyCms.Kernel.Content;
using PartyCms.Kernel.Content.Definitions;
using PartyCms.Kernel.Search;
using PartyCms.Kernel.Web;
using PartyCms.Organization.Contracts;

namespace PartyCms.Search.Queries;

/// <summary><c>GET /api/search</c>: published content only, open to everybody.</summary>
internal static class SearchEndpoint
{
    private const int DefaultTake = 10;

    private const int MaxTake = 50;

    private const int FirstYear = 1;

    private const int LastYear = 9999;

    public static void Map(IEndpointRouteBuilder endpoints) =>
        endpoints.MapGet("/api/search", Search).WithName("Search").WithTags("Search").AllowAnonymous()
            .WithSummary("Search what is published")
            .WithDescription("Full text, best first, open to everybody. `branch` is a slug, `take` goes from 1 to 50.")
            .ProducesValidationProblem();

    private static async Task<Results<Ok<SearchAnswer>, ProblemHttpResult>> Search(
        [AsParameters] SearchParameters asked,
        SearchContent search,
        BranchDirectory branches,
        ContentDefinitions definitions,
        CancellationToken cancellationToken)
    {
        var unit = string.IsNullOrEmpty(asked.Branch) ? null : await branches.FindAsync(asked.Branch, cancellationToken);
        var faults = FaultsOf(asked, definitions, isBranchKnown: string.IsNullOrEmpty(asked.Branch) || unit is not null);
        if (faults.Count > 0)
        {
            return CommonProblems.Validation(faults);
        }

        var results = await search.FindAsync(
            asked.Q!,
            new SearchFilter(string.IsNullOrEmpty(asked.Type) ? null : asked.Type, unit?.Id, asked.Year),
            asked.Skip ?? 0,
            asked.Take ?? DefaultTake,
            cancellationToken);
        return TypedResults.Ok(new SearchAnswer(
            results.Total,
            [.. results.Items.Select(ToItem)],
            await ToFacetsAsync(results.Facets, definitions, branches, cancellationToken),
            [.. results.Related.Select(ToItem)]));
    }

    private static Dictionary<string, string[]> FaultsOf(SearchParameters asked, ContentDefinitions definitions, bool isBranchKnown)
    {
        var faults = new Dictionary<string, string[]>();
        if (string.IsNullOrWhiteSpace(asked.Q) || asked.Q.Length > SearchContent.MaxQueryLength)
        {
            faults["q"] = [$"Give 1 to {SearchContent.MaxQueryLength} characters."];
        }

        if (!string.IsNullOrEmpty(asked.Type) && !definitions.Types.ContainsKey(asked.Type))
        {
            faults["type"] = ["No such content type."];
        }

        if (!isBranchKnown)
        {
            faults["branch"] = ["No such branch."];
        }

        if (asked.Year is < FirstYear or > LastYear)
        {
            faults["year"] = [$"Give a year from {FirstYear} to {LastYear}."];
        }

        if (asked.Take is < 1 or > MaxTake)
        {
            faults["take"] = [$"Give a number from 1 to {MaxTake}."];
        }

        if (asked.Skip is < 0 || (long)(asked.Skip ?? 0) + (asked.Take ?? DefaultTake) > SearchContent.MaxDepth)
        {
            faults["skip"] = [$"Only the best {SearchContent.MaxDepth} hits can be paged through; narrow the query instead."];
        }

        return faults;
    }

    private static SearchItem ToItem(SearchResult result) => new(
        result.Summary.ContentItemId,
        result.Summary.ContentType,
        result.Summary.Title,
        string.Concat(result.Excerpt.Select(segment => segment.Text)),
        result.Summary.Href,
        ContentJson.Format(result.Summary.PublishedUtc)!);

    private static async Task<SearchAnswerFacets> ToFacetsAsync(
        SearchFacets facets, ContentDefinitions definitions, BranchDirectory branches, CancellationToken cancellationToken)
    {
        var units = new List<SearchFacetItem>();
        foreach (var facet in facets.Branches)
        {
            if (await branches.FindAsync(facet.Value, cancellationToken) is { } unit)
            {
                units.Add(new SearchFacetItem(unit.Slug, unit.Name, facet.Count));
            }
        }

        return new SearchAnswerFacets(
            facets.IsComplete,
            [.. facets.Types.Select(facet => new SearchFacetItem(
                facet.Value, definitions.Types.GetValueOrDefault(facet.Value)?.DisplayName ?? facet.Value, facet.Count))],
            units,
            [.. facets.Years.Select(facet => new SearchFacetItem($"{facet.Value}", $"{facet.Value}", facet.Count))]);
    }
}
