using System.Globalization;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Routing;
using PartyCms.Contents.History;
using PartyCms.Kernel.Content;
using PartyCms.Kernel.Content.Definitions;
using PartyCms.Kernel.Data;
using PartyCms.Kernel.Security;

namespace PartyCms.Contents.Api;

/// <summary>
/// The versions of an item, for those who may edit it: history holds drafts and what was taken back. To everybody else
/// there is no such item.
/// </summary>
internal static class HistoryEndpoints
{
    private const int PageLength = 100;

    public static void Map(IEndpointRouteBuilder endpoints)
    {
        var history = endpoints.MapGroup("/api/content/{contentItemId}").WithTags("Content history")
            .RequireApiPermission(ContentApiPermissions.Access)
            .ProducesProblem(StatusCodes.Status401Unauthorized).ProducesProblem(StatusCodes.Status403Forbidden)
            .ProducesProblem(StatusCodes.Status404NotFound);

        history.MapGet("/versions", List).WithName("ListContentVersions")
            .WithSummary("List the versions of an item")
            .WithDescription("The base properties of each version, newest first, a hundred a page: pass `next` as `after` until it is null.")
            .Produces<ContentListDocument>().ProducesProblem(StatusCodes.Status400BadRequest);
        history.MapGet("/versions/{versionId}", Get).WithName("GetContentVersion")
            .WithSummary("Read one version of an item").Produces<ContentItemDocument>();
        history.MapPost("/restore/{versionId}", Restore).WithName("RestoreContentVersion")
            .WithSummary("Make an old version the new draft")
            .WithDescription("What readers see stays as it is until the draft is published. If-Match guards the latest version.")
            .Produces<ContentItemDocument>().ProducesValidationProblem()
            .ProducesProblem(StatusCodes.Status409Conflict).ProducesProblem(StatusCodes.Status412PreconditionFailed);
    }

    private static async Task<Results<ContentListResult, ProblemHttpResult>> List(
        string contentItemId, CmsDbContext db, ContentAccess access, Caller caller, ContentDefinitions definitions,
        CancellationToken cancellationToken, string? after = null)
    {
        var before = long.MaxValue;
        if (!string.IsNullOrEmpty(after)
            && !long.TryParse(after, NumberStyles.AllowHexSpecifier, CultureInfo.InvariantCulture, out before))
        {
            return ApiProblems.Validation("after", "after is the value of next in an earlier answer.");
        }

        var versions = db.Set<ContentItem>().AsNoTracking().Where(item => item.ContentItemId == contentItemId);
        var newest = await versions.OrderByDescending(item => item.Id).FirstOrDefaultAsync(cancellationToken);
        if (newest is null || !await access.CanEditAsync(newest.ContentType, newest.OrgUnitId, cancellationToken))
        {
            return ApiProblems.NoSuchItem();
        }

        // An item may have come from another branch; what it was there stays that branch's business.
        var page = await caller.ScopeOf(definitions.Types[newest.ContentType].EditPermission)
            .Filter(versions.Where(item => item.Id < before), db, item => item.OrgUnitId)
            .OrderByDescending(item => item.Id).Take(PageLength + 1).ToListAsync(cancellationToken);

        var next = page.Count > PageLength ? page[PageLength - 1].Id.ToString("x", CultureInfo.InvariantCulture) : null;
        return new ContentListResult([.. page.Take(PageLength)], next, withParts: false);
    }

    private static async Task<Results<ContentItemResult, ProblemHttpResult>> Get(
        string contentItemId, string versionId, FindVersion find, CancellationToken cancellationToken) =>
        await find.RunAsync(contentItemId, versionId, cancellationToken) is { } version
            ? new ContentItemResult(version)
            : ApiProblems.NoSuchItem();

    private static async Task<Results<ContentItemResult, ProblemHttpResult>> Restore(
        string contentItemId, string versionId, HttpRequest request,
        FindVersion find, ContentAccess access, RestoreVersion restore, CancellationToken cancellationToken)
    {
        var version = await find.RunAsync(contentItemId, versionId, cancellationToken);
        var head = await access.FindEditableAsync(contentItemId, cancellationToken);
        if (version is null || head is null)
        {
            return version is null
                ? ApiProblems.NoSuchItem()
                : ApiProblems.NotPossible("The item was deleted or moved to another branch; post the version as a new item.");
        }

        if (!EntityTag.Allows(request, head))
        {
            return ApiProblems.PreconditionFailed();
        }

        var outcome = await restore.RunAsync(version, head, cancellationToken);
        return outcome.Verdict switch
        {
            ContentVerdict.Done => new ContentItemResult(outcome.Item!),
            ContentVerdict.Invalid => ApiProblems.Validation(outcome.Problems),
            ContentVerdict.NotFound => ApiProblems.NoSuchItem(),
            ContentVerdict.Conflict or ContentVerdict.NotPossible => ContentEndpoints.Lost(request),
        };
    }
}
