using System.ComponentModel;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Routing;
using PartyCms.Kernel.Content;
using PartyCms.Kernel.Security;
using PartyCms.Kernel.Web;

namespace PartyCms.Contents.Api;

/// <summary>Publishing a draft as it is, and taking an item down with a reason: acts that Orchard Core's API has not.</summary>
internal static class LifecycleEndpoints
{
    public static void Map(IEndpointRouteBuilder endpoints)
    {
        var item = endpoints.MapGroup("/api/content/{contentItemId}").WithTags("Content").RequireApiPermission(ContentApiPermissions.Access)
            .ProducesProblem(StatusCodes.Status401Unauthorized).ProducesProblem(StatusCodes.Status403Forbidden)
            .ProducesProblem(StatusCodes.Status404NotFound).ProducesProblem(StatusCodes.Status409Conflict)
            .ProducesProblem(StatusCodes.Status412PreconditionFailed);

        item.MapPost("/publish", Publish).WithName("PublishContentItem").WithSummary("Publish the latest draft")
            .WithDescription("As it is, without a body. An item without a draft is answered as it stands. If-Match guards the draft.")
            .Produces<ContentItemDocument>().ProducesValidationProblem();
        item.MapPost("/withdraw", Withdraw).WithName("WithdrawContentItem").WithSummary("Take an item down, with a reason")
            .WithDescription("Readers find the reason at its address, with status 410. Publish it again to reinstate it.")
            .Accepts<WithdrawRequest>("application/json", ApiAuthentication.AnyMediaType)
            .WithMetadata(new RequestSizeLimitAttribute(64 * 1024))
            .Produces<ContentItemDocument>().ProducesValidationProblem()
            .ProducesProblem(StatusCodes.Status415UnsupportedMediaType);
    }

    private static async Task<Results<ContentItemResult, ProblemHttpResult, ForbidHttpResult>> Publish(
        string contentItemId, HttpRequest request, ContentStore store, ContentAccess access, CancellationToken cancellationToken)
    {
        if (await access.FindEditableAsync(contentItemId, cancellationToken) is not { } head)
        {
            return await store.FindPublishedAsync(contentItemId, cancellationToken) is null
                ? ApiProblems.NoSuchItem()
                : ContentEndpoints.Forbidden();
        }

        var live = await store.FindPublishedAsync(contentItemId, cancellationToken);
        if (!await access.CanPublishAsync(head.ContentType, head.OrgUnitId, cancellationToken)
            || (live is not null && !await access.CanPublishAsync(live.ContentType, live.OrgUnitId, cancellationToken)))
        {
            return ContentEndpoints.Forbidden();
        }

        if (!EntityTag.Allows(request, head))
        {
            return ApiProblems.PreconditionFailed();
        }

        if (head.Published)
        {
            return new ContentItemResult(head);
        }

        var outcome = await store.PublishAsync(
            new ContentEdit
            {
                ContentItemId = contentItemId,
                ContentType = head.ContentType,
                Parts = head.Parts,
                DisplayText = head.DisplayText,
                ExpectedRevision = head.Revision,
            },
            cancellationToken);
        return Answer(outcome, request);
    }

    private static async Task<Results<ContentItemResult, ProblemHttpResult, ForbidHttpResult>> Withdraw(
        string contentItemId, HttpRequest request, ContentStore store, ContentAccess access, CancellationToken cancellationToken)
    {
        var (posted, problem) = await JsonBody.ReadAsync<WithdrawRequest>(request, cancellationToken);
        if (posted is null)
        {
            return problem!;
        }

        var live = await store.FindPublishedAsync(contentItemId, cancellationToken);
        if (live is null)
        {
            return await access.FindEditableAsync(contentItemId, cancellationToken) is null
                ? ApiProblems.NoSuchItem()
                : ApiProblems.NotPossible("The item is not published.");
        }

        if (!await access.CanPublishAsync(live.ContentType, live.OrgUnitId, cancellationToken))
        {
            return ContentEndpoints.Forbidden();
        }

        if (!EntityTag.Allows(request, live))
        {
            return ApiProblems.PreconditionFailed();
        }

        return string.IsNullOrWhiteSpace(posted.Reason) || posted.Reason.Trim().Length > ContentTombstone.ReasonLength
            ? ApiProblems.Validation("reason", $"reason is told to readers; it has 1 to {ContentTombstone.ReasonLength} characters.")
            : Answer(await store.WithdrawAsync(contentItemId, posted.Reason, cancellationToken), request);
    }

    private static Results<ContentItemResult, ProblemHttpResult, ForbidHttpResult> Answer(ContentOutcome outcome, HttpRequest request) =>
        outcome.Verdict switch
        {
            ContentVerdict.Done => new ContentItemResult(outcome.Item!),
            ContentVerdict.Invalid => ApiProblems.Validation(outcome.Problems),
            ContentVerdict.NotFound => ApiProblems.NoSuchItem(),
            ContentVerdict.Conflict or ContentVerdict.NotPossible => ContentEndpoints.Lost(request),
        };
}

/// <summary>Why an item is taken down.</summary>
/// <param name="Reason">Told to readers, at most 1000 characters.</param>
public sealed record WithdrawRequest([property: Description("Told to readers, at most 1000 characters.")] string? Reason);
