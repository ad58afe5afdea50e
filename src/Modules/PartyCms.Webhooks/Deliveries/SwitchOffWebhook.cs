using PartyCms.Kernel.Audit;
using PartyCms.Kernel.Data;
using PartyCms.Webhooks.Subscriptions;

namespace PartyCms.Webhooks.Deliveries;

/// <summary>Switches off a subscription whose receiver does not answer, and drops what waits for it.</summary>
internal sealed class SwitchOffWebhook(CmsDbContext db, AuditLog audit, TimeProvider clock)
{
    public async Task RunAsync(Guid subscriptionId, DisabledReason reason, CancellationToken cancellationToken)
    {
        var now = clock.GetUtcNow();
        await using var transaction = await db.Database.BeginTransactionAsync(cancellationToken);
        var changed = await db.Set<WebhookSubscription>()
            .Where(webhook => webhook.Id == subscriptionId && webhook.DisabledUtc == null)
            .ExecuteUpdateAsync(
                set => set.SetProperty(webhook => webhook.DisabledUtc, now).SetProperty(webhook => webhook.DisabledReason, reason),
                cancellationToken);
        await db.Set<WebhookDelivery>()
            .Where(delivery => delivery.SubscriptionId == subscriptionId && delivery.State == DeliveryState.Waiting)
            .ExecuteUpdateAsync(set => set.SetProperty(delivery => delivery.State, DeliveryState.Dropped), cancellationToken);
        if (changed > 0)
        {
            audit.Add("webhook.switched-off", subscriptionId.ToString(), reason.ToString());
            await db.SaveChangesAsync(cancellationToken);
        }

        await transaction.CommitAsync(cancellationToken);
    }
}
