using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Routing;
using PartyCms.Kernel.Security;
using PartyCms.Kernel.Web;
using PartyCms.Organization.Contracts;

namespace PartyCms.Webhooks.Subscriptions;

/// <summary>Subscriptions for programs. A foreign subscription is not there.</summary>
internal static class WebhookEndpoints
{
    public static void Map(IEndpointRouteBuilder endpoints)
    {
        var webhooks = endpoints.MapGroup("/api/webhooks").WithTags("Webhooks").RequireApiPermission(WebhookPermissions.Use)
            .ProducesProblem(StatusCodes.Status401Unauthorized).ProducesProblem(StatusCodes.Status403Forbidden);

        webhooks.MapGet("/", List).WithName("ListWebhooks").WithSummary("List subscriptions")
            .WithDescription("Those within the client's scope, newest first; a site has at most a hundred.");
        webhooks.MapPost("/", Create).WithName("CreateWebhook").WithSummary("Subscribe to events")
            .WithDescription("The address is called by POST with `{type, timestamp, data}` for each event, signed as Standard Webhooks "
                + "has it. `data` holds ids only; fetch the item to see it. The secret is told in this answer and never again. "
                + "Addresses of private networks are refused, now and at each delivery.")
            .Accepts<CreateWebhookRequest>("application/json", ApiAuthentication.AnyMediaType)
            .WithMetadata(new RequestSizeLimitAttribute(64 * 1024))
            .ProducesValidationProblem().ProducesProblem(StatusCodes.Status409Conflict)
            .ProducesProblem(StatusCodes.Status415UnsupportedMediaType);
        webhooks.MapGet("/{id:guid}", Get).WithName("GetWebhook").WithSummary("Read a subscription")
            .ProducesProblem(StatusCodes.Status404NotFound);
        webhooks.MapDelete("/{id:guid}", Delete).WithName("DeleteWebhook").WithSummary("Unsubscribe")
            .WithDescription("What waits is not sent any more; the log goes as well.")
            .ProducesProblem(StatusCodes.Status404NotFound);
        webhooks.MapPost("/{id:guid}/enable", Enable).WithName("EnableWebhook").WithSummary("Switch a subscription on again")
            .WithDescription("A subscription whose receiver took nothing for two days switches itself off. "
                + "Events of the time between are not sent; ask for single deliveries again.")
            .ProducesProblem(StatusCodes.Status404NotFound);
    }

    private static async Task<Ok<WebhookListDocument>> List(
        ManageWebhooks manage, Caller caller, BranchDirectory branches, CancellationToken cancellationToken)
    {
        var documents = new List<WebhookDocument>();
        foreach (var webhook in await manage.ListAsync(caller.ScopeOf(WebhookPermissions.Use), cancellationToken))
        {
            documents.Add(await DocumentAsync(webhook, branches, cancellationToken));
        }

        return TypedResults.Ok(new WebhookListDocument(documents));
    }

    private static async Task<Results<Created<WebhookDocument>, ProblemHttpResult, ForbidHttpResult>> Create(
        HttpRequest request, ManageWebhooks manage, Caller caller, BranchDirectory branches, CancellationToken cancellationToken)
    {
        var (posted, problem) = await JsonBody.ReadAsync<CreateWebhookRequest>(request, cancellationToken);
        if (posted is null)
        {
            return problem!;
        }

        var scope = caller.ScopeOf(WebhookPermissions.Use);
        Guid? unit = scope.IsEverywhere ? null : scope.Roots.Count == 1 ? scope.Roots[0] : Guid.Empty;
        if (!string.IsNullOrEmpty(posted.Branch))
        {
            unit = Guid.TryParse(posted.Branch, out var id)
                ? (await branches.FindAsync(id, cancellationToken))?.Id ?? Guid.Empty
                : (await branches.FindAsync(posted.Branch, cancellationToken))?.Id ?? Guid.Empty;
        }

        if (unit == Guid.Empty)
        {
            return CommonProblems.Validation("branch", string.IsNullOrEmpty(posted.Branch)
                ? "The client serves several units; name one as branch."
                : $"There is no branch '{posted.Branch}'. Give its slug or its id.");
        }

        if (!await caller.CanAsync(WebhookPermissions.Use, unit, cancellationToken))
        {
            return TypedResults.Forbid(authenticationSchemes: [ApiAuthentication.Scheme]);
        }

        var wish = new WebhookWish(
            posted.Url, posted.Events ?? [], posted.ContentTypes ?? [], unit, posted.Description?.Trim() ?? "");
        return await manage.CreateAsync(wish, cancellationToken) switch
        {
            CreateOutcome.Created(var webhook, var secret) => TypedResults.Created(
                $"/api/webhooks/{webhook.Id}", await DocumentAsync(webhook, branches, cancellationToken, secret)),
            CreateOutcome.Invalid(var faults) => CommonProblems.Validation(faults
                .GroupBy(fault => fault.Field, fault => fault.WireMessage, StringComparer.Ordinal)
                .ToDictionary(group => group.Key, group => group.ToArray(), StringComparer.Ordinal)),
            _ => WebhookProblems.TooMany.With(FormattableString.Invariant(
                $"The site has {ManageWebhooks.MostWebhooks} webhooks already. Delete one that is not used.")),
        };
    }

    private static async Task<Results<Ok<WebhookDocument>, ProblemHttpResult>> Get(
        Guid id, ManageWebhooks manage, Caller caller, BranchDirectory branches, CancellationToken cancellationToken) =>
        await manage.FindAsync(id, caller.ScopeOf(WebhookPermissions.Use), cancellationToken) is { } webhook
            ? TypedResults.Ok(await DocumentAsync(webhook, branches, cancellationToken))
            : NoSuchWebhook();

    private static async Task<Results<NoContent, ProblemHttpResult>> Delete(
        Guid id, ManageWebhooks manage, Caller caller, CancellationToken cancellationToken)
    {
        if (await manage.FindAsync(id, caller.ScopeOf(WebhookPermissions.Use), cancellationToken) is not { } webhook)
        {
            return NoSuchWebhook();
        }

        await manage.DeleteAsync(webhook, cancellationToken);
        return TypedResults.NoContent();
    }

    private static async Task<Results<Ok<WebhookDocument>, ProblemHttpResult>> Enable(
        Guid id, ManageWebhooks manage, Caller caller, BranchDirectory branches, CancellationToken cancellationToken)
    {
        if (await manage.FindAsync(id, caller.ScopeOf(WebhookPermissions.Use), cancellationToken) is not { } webhook)
        {
            return NoSuchWebhook();
        }

        await manage.EnableAsync(webhook, cancellationToken);
        return TypedResults.Ok(await DocumentAsync(webhook, branches, cancellationToken));
    }

    internal static ProblemHttpResult NoSuchWebhook() =>
        CommonProblems.NotFound.With("There is no such webhook, or it belongs to another unit.");

    private static async Task<WebhookDocument> DocumentAsync(
        WebhookSubscription webhook, BranchDirectory branches, CancellationToken cancellationToken, string? secret = null) =>
        WebhookDocument.Of(webhook, (await branches.FindAsync(webhook.OrgUnitId, cancellationToken))?.Slug, secret);
}
