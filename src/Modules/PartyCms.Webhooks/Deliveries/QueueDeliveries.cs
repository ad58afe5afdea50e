using PartyCms.Kernel.Content;
using PartyCms.Kernel.Data;
using PartyCms.Kernel.Outbox;
using PartyCms.Kernel.Security;
using PartyCms.Organization.Contracts;
using PartyCms.Webhooks.Subscriptions;

namespace PartyCms.Webhooks.Deliveries;

/// <summary>
/// Writes one delivery for each subscription that wants an event. Handling the same event twice writes nothing new,
/// because the id of a delivery follows from the event.
/// </summary>
internal sealed class QueueDeliveries(
    CmsDbContext db, IDatabaseProvider provider, BranchDirectory branches, SwitchOffWebhook switchOff, TimeProvider clock)
    : IEventSubscriber<ContentPublished>, IEventSubscriber<ContentUnpublished>
{
    /// <summary>Deliveries that may wait for one receiver.</summary>
    internal const int MostWaiting = 10_000;

    public async Task HandleAsync(ContentPublished cmsEvent, CancellationToken cancellationToken) => await QueueAsync(
        WebhookMessage.Of(cmsEvent, await SlugOfAsync(cmsEvent.OrgUnitId, cancellationToken)),
        cmsEvent.ContentType, cmsEvent.OrgUnitId, cancellationToken);

    public async Task HandleAsync(ContentUnpublished cmsEvent, CancellationToken cancellationToken) => await QueueAsync(
        WebhookMessage.Of(cmsEvent, await SlugOfAsync(cmsEvent.OrgUnitId, cancellationToken)),
        cmsEvent.ContentType, cmsEvent.OrgUnitId, cancellationToken);

    private async Task QueueAsync(
        WebhookMessage message, string contentType, Guid? orgUnitId, CancellationToken cancellationToken)
    {
        foreach (var webhook in await FindWhoWantsAsync(message, contentType, orgUnitId, cancellationToken))
        {
            var delivery = message.To(webhook.Id, clock.GetUtcNow());
            if (await db.Set<WebhookDelivery>().AnyAsync(row => row.Id == delivery.Id, cancellationToken))
            {
                continue;
            }

            var waiting = await db.Set<WebhookDelivery>().CountAsync(
                row => row.SubscriptionId == webhook.Id && row.State == DeliveryState.Waiting, cancellationToken);
            if (waiting >= MostWaiting)
            {
                await switchOff.RunAsync(webhook.Id, DisabledReason.Overflow, cancellationToken);
                continue;
            }

            await AddAsync(delivery, cancellationToken);
        }
    }

    // What happened before somebody subscribed is not news to them, though the outbox may come to it only now.
    private async Task<List<WebhookSubscription>> FindWhoWantsAsync(
        WebhookMessage message, string contentType, Guid? orgUnitId, CancellationToken cancellationToken)
    {
        var webhooks = await db.Set<WebhookSubscription>().AsNoTracking()
            .Where(webhook => webhook.DisabledUtc == null && webhook.CreatedUtc <= message.OccurredAt
                && (webhook.OrgUnitId == null || db.Set<ScopeClosure>()
                    .Any(pair => pair.AncestorId == webhook.OrgUnitId && pair.DescendantId == orgUnitId)))
            .ToListAsync(cancellationToken);
        return webhooks.FindAll(webhook => webhook.Wants(message.EventType, contentType));
    }

    // Another node may have handled the same event in the same moment; its row is as good as ours.
    private async Task AddAsync(WebhookDelivery delivery, CancellationToken cancellationToken)
    {
        db.Add(delivery);
        try
        {
            await db.SaveChangesAsync(cancellationToken);
        }
        catch (DbUpdateException exception) when (provider.IsUniqueViolation(exception))
        {
            db.ChangeTracker.Clear();
        }
    }

    private async Task<string?> SlugOfAsync(Guid? orgUnitId, CancellationToken cancellationToken) =>
        (await branches.FindAsync(orgUnitId, cancellationToken))?.Slug;
}
