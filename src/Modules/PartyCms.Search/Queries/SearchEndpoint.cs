using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Routing;
using PartyCms.Kernel.Content;
using PartyCms.Kernel.Content.Definitions;
using PartyCms.Organization.Contracts;

namespace PartyCms.Search.Queries;

/// <summary><c>GET /api/search</c>: published content only, open to everybody.</summary>
internal static class SearchEndpoint
{
    private const int DefaultTake = 10;

    private const int MaxTake = 50;

    public static void Map(IEndpointRouteBuilder endpoints) =>
        endpoints.MapGet("/api/search", Search).WithName("Search").WithTags("Search").AllowAnonymous();

    private static async Task<Results<Ok<SearchAnswer>, ValidationProblem>> Search(
        string? q,
        string? type,
        string? branch,
        int? take,
        SearchContent search,
        BranchDirectory branches,
        ContentDefinitions definitions,
        CancellationToken cancellationToken)
    {
        var unit = string.IsNullOrEmpty(branch) ? null : await branches.FindAsync(branch, cancellationToken);
        var faults = new Dictionary<string, string[]>();
        if (string.IsNullOrWhiteSpace(q) || q.Length > SearchContent.MaxQueryLength)
        {
            faults["q"] = [$"Give 1 to {SearchContent.MaxQueryLength} characters."];
        }

        if (!string.IsNullOrEmpty(type) && !definitions.Types.ContainsKey(type))
        {
            faults["type"] = ["No such content type."];
        }

        if (!string.IsNullOrEmpty(branch) && unit is null)
        {
            faults["branch"] = ["No such branch."];
        }

        if (take is < 1 or > MaxTake)
        {
            faults["take"] = [$"Give a number from 1 to {MaxTake}."];
        }

        if (faults.Count > 0)
        {
            return TypedResults.ValidationProblem(faults, type: "https://tools.ietf.org/html/rfc9110#section-15.5.1");
        }

        var results = await search.FindAsync(
            q!, string.IsNullOrEmpty(type) ? null : type, unit?.Id, 0, take ?? DefaultTake, cancellationToken);
        return TypedResults.Ok(new SearchAnswer(results.Total, [.. results.Items.Select(ToItem)]));
    }

    private static SearchItem ToItem(SearchResult result) => new(
        result.Summary.ContentItemId,
        result.Summary.ContentType,
        result.Summary.Title,
        string.Concat(result.Excerpt.Select(segment => segment.Text)),
        result.Summary.Href,
        ContentJson.Format(result.Summary.PublishedUtc)!);
}

/// <summary>Answer of a search.</summary>
/// <param name="Total">Hits altogether.</param>
/// <param name="Items">The best of them, best first.</param>
internal sealed record SearchAnswer(int Total, IReadOnlyList<SearchItem> Items);

/// <summary>One hit.</summary>
/// <param name="ContentItemId">Id of the item.</param>
/// <param name="ContentType">Name of its type.</param>
/// <param name="Title">Title.</param>
/// <param name="Snippet">The stretch of its text that matches best, plain.</param>
/// <param name="Url">Address on this site, encoded.</param>
/// <param name="PublishedUtc">First publication, ISO 8601 in UTC.</param>
internal sealed record SearchItem(
    string ContentItemId, string ContentType, string Title, string Snippet, string Url, string PublishedUtc);
