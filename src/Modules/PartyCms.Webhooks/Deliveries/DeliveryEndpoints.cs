using System.Globalization;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Routing;
using PartyCms.Kernel.Security;
using PartyCms.Kernel.Web;
using PartyCms.Webhooks.Subscriptions;

namespace PartyCms.Webhooks.Deliveries;

/// <summary>The log of a subscription for programs, a test call, and asking for a delivery again.</summary>
internal static class DeliveryEndpoints
{
    private const int DefaultTake = 20;

    private const int LargestTake = 100;

    public static void Map(IEndpointRouteBuilder endpoints)
    {
        var webhook = endpoints.MapGroup("/api/webhooks/{id:guid}").WithTags("Webhooks").RequireApiPermission(WebhookPermissions.Use)
            .ProducesProblem(StatusCodes.Status401Unauthorized).ProducesProblem(StatusCodes.Status403Forbidden)
            .ProducesProblem(StatusCodes.Status404NotFound);

        webhook.MapGet("/deliveries", List).WithName("ListWebhookDeliveries").WithSummary("List deliveries")
            .WithDescription("Newest first; pass `next` as `after` until it is null. Kept for thirty days, at most a thousand.")
            .ProducesProblem(StatusCodes.Status400BadRequest);
        webhook.MapPost("/deliveries/{deliveryId}/redeliver", Redeliver).WithName("RedeliverWebhook")
            .WithSummary("Send a delivery again")
            .WithDescription("With its old Webhook-Id and body, in the background; settled or waiting alike.")
            .ProducesProblem(StatusCodes.Status409Conflict);
        webhook.MapPost("/ping", Ping).WithName("PingWebhook").WithSummary("Send a test")
            .WithDescription("Calls the receiver at once with an event of type `ping` and tells what came of it. "
                + "Works while the subscription is off, and never switches it off.");
    }

    private static async Task<Results<Ok<DeliveryListDocument>, ProblemHttpResult>> List(
        Guid id, ManageWebhooks manage, DeliveryLog log, Caller caller, CancellationToken cancellationToken,
        string? after = null, string? take = null)
    {
        var count = DefaultTake;
        if (take is not null
            && (!int.TryParse(take, NumberStyles.None, CultureInfo.InvariantCulture, out count) || count is < 1 or > LargestTake))
        {
            return CommonProblems.Validation("take", FormattableString.Invariant($"take is a number from 1 to {LargestTake}."));
        }

        if (await manage.FindAsync(id, caller.ScopeOf(WebhookPermissions.Use), cancellationToken) is null)
        {
            return WebhookEndpoints.NoSuchWebhook();
        }

        var page = await log.ListAsync(id, after, count + 1, cancellationToken);
        return TypedResults.Ok(new DeliveryListDocument(
            [.. page.Take(count).Select(DeliveryDocument.Of)], page.Count > count ? page[count - 1].Delivery.Id : null));
    }

    private static async Task<Results<Accepted<DeliveryDocument>, ProblemHttpResult>> Redeliver(
        Guid id, string deliveryId, ManageWebhooks manage, DeliveryLog log, Caller caller, CancellationToken cancellationToken)
    {
        if (await manage.FindAsync(id, caller.ScopeOf(WebhookPermissions.Use), cancellationToken) is not { } webhook)
        {
            return WebhookEndpoints.NoSuchWebhook();
        }

        if (webhook.DisabledUtc is not null)
        {
            return WebhookProblems.SwitchedOff.With("Send a test by /ping, then switch the webhook on by /enable.");
        }

        return await log.SendAgainAsync(id, deliveryId, cancellationToken) is { } delivery
            ? TypedResults.Accepted($"/api/webhooks/{id}/deliveries", DeliveryDocument.Of(delivery))
            : CommonProblems.NotFound.With("There is no such delivery. The log is kept for thirty days.");
    }

    private static async Task<Results<Ok<DeliveryDocument>, ProblemHttpResult>> Ping(
        Guid id, ManageWebhooks manage, DeliveryLog log, Caller caller, CancellationToken cancellationToken) =>
        await manage.FindAsync(id, caller.ScopeOf(WebhookPermissions.Use), cancellationToken) is null
            ? WebhookEndpoints.NoSuchWebhook()
            : TypedResults.Ok(DeliveryDocument.Of(await log.PingAsync(id, cancellationToken)));
}
