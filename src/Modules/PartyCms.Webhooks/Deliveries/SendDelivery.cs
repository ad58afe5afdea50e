using PartyCms.Kernel.Data;
using PartyCms.Webhooks.Subscriptions;

namespace PartyCms.Webhooks.Deliveries;

/// <summary>Tries one delivery once and settles, postpones or gives it up.</summary>
internal sealed class SendDelivery(CmsDbContext db, CallReceiver call, SwitchOffWebhook switchOff, TimeProvider clock)
{
    /// <summary>Longer than any call lasts; after a crash the delivery comes up again with the same id.</summary>
    private static readonly TimeSpan Lease = TimeSpan.FromMinutes(1);

    private const int KeptAttempts = 20;

    /// <summary>Tries a waiting delivery.</summary>
    /// <returns>The attempt, or null where another node has it or it waits no more.</returns>
    public async Task<WebhookAttempt?> RunAsync(WebhookDelivery delivery, CancellationToken cancellationToken)
    {
        var webhook = await db.Set<WebhookSubscription>().AsNoTracking()
            .SingleOrDefaultAsync(row => row.Id == delivery.SubscriptionId, cancellationToken);
        if (webhook is null || !await ClaimAsync(delivery, cancellationToken))
        {
            return null;
        }

        var attempt = await call.RunAsync(webhook, delivery, cancellationToken);

        // What the receiver has seen is recorded even when the site is stopping: else it would see it again.
        await RecordAsync(delivery, attempt, CancellationToken.None);
        return attempt;
    }

    private async Task<bool> ClaimAsync(WebhookDelivery delivery, CancellationToken cancellationToken)
    {
        var until = clock.GetUtcNow() + Lease;
        return await db.Set<WebhookDelivery>()
            .Where(row => row.Id == delivery.Id && row.State == DeliveryState.Waiting && row.NextAttemptUtc == delivery.NextAttemptUtc)
            .ExecuteUpdateAsync(set => set.SetProperty(row => row.NextAttemptUtc, until), cancellationToken) == 1;
    }

    private async Task RecordAsync(WebhookDelivery delivery, WebhookAttempt attempt, CancellationToken cancellationToken)
    {
        var now = clock.GetUtcNow();
        var attempts = delivery.Attempts + 1;
        var isDelivered = attempt.Fault == DeliveryFault.None;
        var isGone = attempt.Status == StatusCodes.Status410Gone;

        // A test is not repeated, and what cannot be signed today cannot be signed tomorrow.
        var pause = delivery.EventType == WebhookEvents.Ping || attempt.Fault == DeliveryFault.SecretLost || isGone
            ? null
            : RetryPauses.After(attempts);
        var state = isDelivered ? DeliveryState.Delivered : pause is null ? DeliveryState.Failed : DeliveryState.Waiting;
        var next = now + (pause ?? TimeSpan.Zero);
        db.Add(attempt);
        await db.SaveChangesAsync(cancellationToken);
        await db.Set<WebhookDelivery>().Where(row => row.Id == delivery.Id && row.State == DeliveryState.Waiting)
            .ExecuteUpdateAsync(
                set => set.SetProperty(row => row.State, state).SetProperty(row => row.NextAttemptUtc, next)
                    .SetProperty(row => row.Attempts, attempts),
                cancellationToken);
        await TrimAsync(delivery.Id, cancellationToken);
        if (isDelivered)
        {
            await db.Set<WebhookSubscription>().Where(row => row.Id == delivery.SubscriptionId)
                .ExecuteUpdateAsync(set => set.SetProperty(row => row.LastDeliveredUtc, now), cancellationToken);
        }
        else if (state == DeliveryState.Failed && delivery.EventType != WebhookEvents.Ping)
        {
            await GiveUpAsync(delivery, isGone, cancellationToken);
        }
    }

    // One event that a receiver cannot digest must not silence all others; a receiver that took nothing else is gone.
    private async Task GiveUpAsync(WebhookDelivery delivery, bool isGone, CancellationToken cancellationToken)
    {
        var tookAnother = await db.Set<WebhookSubscription>()
            .AnyAsync(row => row.Id == delivery.SubscriptionId && row.LastDeliveredUtc >= delivery.CreatedUtc, cancellationToken);
        if (isGone || !tookAnother)
        {
            await switchOff.RunAsync(
                delivery.SubscriptionId, isGone ? DisabledReason.ReceiverGone : DisabledReason.GaveUp, cancellationToken);
        }
    }

    private async Task TrimAsync(string deliveryId, CancellationToken cancellationToken)
    {
        var attempts = db.Set<WebhookAttempt>().Where(attempt => attempt.DeliveryId == deliveryId);
        var oldestKept = await attempts.OrderByDescending(attempt => attempt.Id).Skip(KeptAttempts - 1)
            .Select(attempt => (long?)attempt.Id).FirstOrDefaultAsync(cancellationToken);
        if (oldestKept is { } oldest)
        {
            await attempts.Where(attempt => attempt.Id < oldest).ExecuteDeleteAsync(cancellationToken);
        }
    }
}
