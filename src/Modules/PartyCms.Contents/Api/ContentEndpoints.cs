using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Routing;
using PartyCms.Kernel.Content;
using PartyCms.Kernel.Security;

namespace PartyCms.Contents.Api;

/// <summary>The content API: Orchard Core's three routes, with a list and history beside them.</summary>
internal static class ContentEndpoints
{
    // Orchard Core's own handle for an alias, which its API does not take; ours does.
    private const string AliasHandle = "alias:";

    public static void Map(IEndpointRouteBuilder endpoints)
    {
        var content = endpoints.MapGroup("/api/content").WithTags("Content").RequireApiPermission(ContentApiPermissions.Access)
            .ProducesProblem(StatusCodes.Status401Unauthorized).ProducesProblem(StatusCodes.Status403Forbidden);

        content.MapGet("/", ListContent.Run).WithName("ListContent")
            .WithSummary("List content items")
            .WithDescription("Newest first, by keyset: pass `next` of the answer as `after` until it is null. Items published "
                + "meanwhile never make a row appear twice or be skipped. Drafts are listed only within the client's own scope.")
            .Produces<ContentListDocument>().ProducesProblem(StatusCodes.Status400BadRequest);
        content.MapGet("/{contentItemId}", Get).WithName("GetContentItem")
            .WithSummary("Read the published version of an item")
            .WithDescription("`alias:` and the item's alias may stand in place of its id. The answer carries an ETag; send it back as If-None-Match to spare the body, or as If-Match to change safely.")
            .Produces<ContentItemDocument>().Produces(StatusCodes.Status304NotModified).ProducesProblem(StatusCodes.Status404NotFound);
        content.MapPost("/", Post).WithName("SaveContentItem")
            .WithSummary("Create or update an item")
            .WithDescription("With the ContentItemId of an existing item the body is merged over its latest version: objects merge "
                + "deep, nulls change nothing, arrays replace. Otherwise an item with a new id is made. It is published at once "
                + "unless `draft=true`. Publishing needs the permission to publish, for updates too. If-Match guards an update, "
                + "`If-None-Match: *` lets nothing but a new item be made.")
            .Accepts<ContentItemDocument>("application/json", ApiAuthentication.AnyMediaType)
            .WithMetadata(new RequestSizeLimitAttribute(ContentBody.Largest + 1024))
            .Produces<ContentItemDocument>().ProducesValidationProblem()
            .ProducesProblem(StatusCodes.Status404NotFound).ProducesProblem(StatusCodes.Status409Conflict)
            .ProducesProblem(StatusCodes.Status412PreconditionFailed).ProducesProblem(StatusCodes.Status413PayloadTooLarge)
            .ProducesProblem(StatusCodes.Status415UnsupportedMediaType);
        content.MapDelete("/{contentItemId}", Delete).WithName("DeleteContentItem")
            .WithSummary("Delete a published item")
            .WithDescription("Its versions stay as history. Answers with the item, both flags false.")
            .Produces<ContentItemDocument>().ProducesProblem(StatusCodes.Status404NotFound)
            .ProducesProblem(StatusCodes.Status409Conflict).ProducesProblem(StatusCodes.Status412PreconditionFailed);
    }

    private static async Task<Results<ContentItemResult, ProblemHttpResult>> Get(
        string contentItemId, ContentStore store, ContentAlias aliases, CancellationToken cancellationToken)
    {
        var item = contentItemId.StartsWith(AliasHandle, StringComparison.OrdinalIgnoreCase)
            ? await aliases.FindPublishedAsync(contentItemId[AliasHandle.Length..], cancellationToken)
            : await store.FindPublishedAsync(contentItemId, cancellationToken);
        return item is null ? ApiProblems.NoSuchItem() : new ContentItemResult(item);
    }

    private static async Task<Results<ContentItemResult, ProblemHttpResult, ForbidHttpResult>> Post(
        HttpRequest request, SaveContent save, CancellationToken cancellationToken, string? draft = null)
    {
        var asDraft = false;
        if (draft is not null && !bool.TryParse(draft, out asDraft))
        {
            return ApiProblems.Validation("draft", "The parameter draft is either true or false.");
        }

        var (body, problem) = await ContentBody.ReadAsync(request, cancellationToken);
        if (body is null)
        {
            return problem!;
        }

        var outcome = await save.RunAsync(body, asDraft, head => EntityTag.Allows(request, head), cancellationToken);
        return outcome.Verdict switch
        {
            SaveVerdict.Done => new ContentItemResult(outcome.Item!),
            SaveVerdict.Forbidden => Forbidden(),
            SaveVerdict.Hidden => ApiProblems.NoSuchItem(),
            SaveVerdict.Stale => ApiProblems.PreconditionFailed(),
            SaveVerdict.Invalid => ApiProblems.Validation(outcome.Problems),
            SaveVerdict.Conflict => Lost(request),
        };
    }

    private static async Task<Results<ContentItemResult, ProblemHttpResult, ForbidHttpResult>> Delete(
        string contentItemId, HttpRequest request, ContentStore store, ContentAccess access, CancellationToken cancellationToken)
    {
        var live = await store.FindPublishedAsync(contentItemId, cancellationToken);
        if (live is null)
        {
            return ApiProblems.NoSuchItem();
        }

        if (!await access.CanPublishAsync(live.ContentType, live.OrgUnitId, cancellationToken))
        {
            return Forbidden();
        }

        if (!EntityTag.Allows(request, live))
        {
            return ApiProblems.PreconditionFailed();
        }

        var outcome = await store.DeleteAsync(contentItemId, cancellationToken);
        return outcome.IsDone
            ? new ContentItemResult(outcome.Item)
            : outcome.Verdict == ContentVerdict.NotFound ? ApiProblems.NoSuchItem() : Lost(request);
    }

    internal static ForbidHttpResult Forbidden() => TypedResults.Forbid(authenticationSchemes: [ApiAuthentication.Scheme]);

    // Who sent a condition is told that it failed, also when it failed only at the last moment.
    internal static ProblemHttpResult Lost(HttpRequest request) =>
        request.Headers.IfMatch.Count > 0 ? ApiProblems.PreconditionFailed() : ApiProblems.Conflict();
}
