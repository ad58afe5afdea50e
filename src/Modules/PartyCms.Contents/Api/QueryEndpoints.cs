using System.Collections.Frozen;
using System.Text.Json;
using System.Text.Json.Nodes;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Routing;
using PartyCms.Contents.Queries;
using PartyCms.Kernel.Content.Definitions;
using PartyCms.Kernel.Security;

namespace PartyCms.Contents.Api;

/// <summary>
/// A few fixed named queries in Orchard Core's shape, and those that recipes brought. They show published items only;
/// an unknown query and one the caller may not run look the same.
/// </summary>
internal static class QueryEndpoints
{
    private const int DefaultLimit = 10;

    private const int LargestLimit = 100;

    private static readonly FrozenDictionary<string, string> Types = new Dictionary<string, string>(StringComparer.Ordinal)
    {
        ["RecentBranchNews"] = "BranchNews",
        ["RecentDisclosures"] = "Disclosure",
        ["RecentLessons"] = "DailyLesson",
    }.ToFrozenDictionary(StringComparer.OrdinalIgnoreCase);

    public static void Map(IEndpointRouteBuilder endpoints)
    {
        var queries = endpoints.MapGroup("/api/queries").WithTags("Queries").AllowAnonymousOrApiClient()
            .ProducesProblem(StatusCodes.Status400BadRequest).ProducesProblem(StatusCodes.Status404NotFound);
        const string About = "RecentBranchNews, RecentDisclosures, RecentLessons, or a query that a recipe brought, newest first. "
            + "Parameters: `limit` (1 to 100, default 10) and `branch` (slug or id), as a JSON object.";

        queries.MapGet("/{name}", Get).WithName("RunQuery").WithSummary("Run a named query").WithDescription(About)
            .Produces<QueryDocument>();
        queries.MapPost("/{name}", Post).WithName("RunQueryByPost")
            .WithSummary("Run a named query, parameters in the body or the address").WithDescription(About)
            .Produces<QueryDocument>()
            .Accepts<QueryParameters>(isOptional: true, "application/json", ApiAuthentication.AnyMediaType).WithMetadata(new RequestSizeLimitAttribute(64 * 1024));
    }

    private static Task<Results<ContentListResult, ProblemHttpResult>> Get(
        string name, Caller caller, ListContent list, ContentDefinitions definitions, StoredQueries stored,
        CancellationToken cancellationToken, string? parameters = null) =>
        RunAsync(name, parameters, caller, list, definitions, stored, cancellationToken);

    private static async Task<Results<ContentListResult, ProblemHttpResult>> Post(
        string name, HttpRequest request, Caller caller, ListContent list, ContentDefinitions definitions, StoredQueries stored,
        CancellationToken cancellationToken, string? parameters = null)
    {
        using var reader = new StreamReader(request.Body);
        var body = await reader.ReadToEndAsync(cancellationToken);
        return await RunAsync(
            name, string.IsNullOrWhiteSpace(body) ? parameters : body, caller, list, definitions, stored, cancellationToken);
    }

    private static async Task<Results<ContentListResult, ProblemHttpResult>> RunAsync(
        string name, string? parameters, Caller caller, ListContent list, ContentDefinitions definitions, StoredQueries stored,
        CancellationToken cancellationToken)
    {
        await caller.LoadAsync(cancellationToken);
        var query = !caller.Can(ContentApiPermissions.Query) ? null
            : Types.TryGetValue(name, out var type) ? new NewestOfType(type, DefaultLimit)
            : await stored.FindAsync(name, cancellationToken);
        if (query is null || definitions.FindType(query.ContentType) is null)
        {
            return ApiProblems.NotFound("There is no such query, or you may not run it.");
        }

        if (Read(parameters) is not { } read)
        {
            return ApiProblems.BadBody(FormattableString.Invariant(
                $"Parameters are a JSON object such as {{\"limit\":5,\"branch\":\"…\"}}; limit goes from 1 to {LargestLimit}."));
        }

        Guid? branch = null;
        if (read.Branch is { } text && (branch = await list.FindBranchAsync(text, cancellationToken)) is null)
        {
            return ApiProblems.Validation("branch", $"There is no branch '{text}'. Give its slug or its id.");
        }

        return await list.PublishedAsync(
            new PublishedFilter(query.ContentType, branch, null, null, read.Limit ?? query.Limit), withNext: false, cancellationToken);
    }

    private static QueryParameters? Read(string? text)
    {
        if (string.IsNullOrWhiteSpace(text))
        {
            return new QueryParameters(null, null);
        }

        try
        {
            if (JsonNode.Parse(text) is not JsonObject json)
            {
                return null;
            }

            int? limit = json["limit"] is JsonValue number && number.TryGetValue<int>(out var given) ? given : null;
            var branch = ContentMerge.RootText(json, "branch");
            return limit is < 1 or > LargestLimit || (limit is null && json["limit"] is not null)
                || (branch is null && json["branch"] is not null)
                ? null
                : new QueryParameters(limit, branch);
        }
        catch (Exception exception) when (exception is JsonException or ArgumentException or InvalidOperationException)
        {
            // Doubled names and half surrogate pairs show only when the object is used.
            return null;
        }
    }

    internal sealed record QueryParameters(int? Limit, string? Branch);
}
