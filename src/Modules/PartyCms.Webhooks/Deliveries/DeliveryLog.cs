using PartyCms.Kernel.Data;

namespace PartyCms.Webhooks.Deliveries;

/// <summary>A delivery with its calls, the newest first.</summary>
internal sealed record LoggedDelivery(WebhookDelivery Delivery, IReadOnlyList<WebhookAttempt> Attempts);

/// <summary>Shows what became of deliveries, and asks for one again.</summary>
internal sealed class DeliveryLog(CmsDbContext db, SendDelivery send, TimeProvider clock)
{
    /// <summary>Deliveries of a subscription, newest first.</summary>
    /// <param name="subscriptionId">The subscription.</param>
    /// <param name="after">Id of the last delivery seen, or null.</param>
    /// <param name="take">At most so many.</param>
    /// <param name="cancellationToken">Stops the reading.</param>
    public async Task<IReadOnlyList<LoggedDelivery>> ListAsync(
        Guid subscriptionId, string? after, int take, CancellationToken cancellationToken)
    {
        var rows = Of(subscriptionId);
        if (after is not null && await rows.SingleOrDefaultAsync(row => row.Id == after, cancellationToken) is { } last)
        {
#pragma warning disable CA1309 // The database compares; it knows no StringComparison.
            rows = rows.Where(row => row.CreatedUtc < last.CreatedUtc
                || (row.CreatedUtc == last.CreatedUtc && string.Compare(row.Id, last.Id) < 0));
#pragma warning restore CA1309
        }

        var page = await rows.OrderByDescending(row => row.CreatedUtc).ThenByDescending(row => row.Id)
            .Take(take).ToListAsync(cancellationToken);
        var ids = page.ConvertAll(delivery => delivery.Id);
        var attempts = (await db.Set<WebhookAttempt>().AsNoTracking().Where(attempt => ids.Contains(attempt.DeliveryId))
            .OrderByDescending(attempt => attempt.Id).ToListAsync(cancellationToken)).ToLookup(attempt => attempt.DeliveryId);
        return page.ConvertAll(delivery => new LoggedDelivery(delivery, [.. attempts[delivery.Id]]));
    }

    /// <summary>Sends a test now and tells what came of it.</summary>
    public async Task<LoggedDelivery> PingAsync(Guid subscriptionId, CancellationToken cancellationToken)
    {
        var now = clock.GetUtcNow();
        var delivery = WebhookMessage.Ping(now).To(subscriptionId, now);
        db.Add(delivery);
        await db.SaveChangesAsync(cancellationToken);
        db.ChangeTracker.Clear();
        await send.RunAsync(await Of(subscriptionId).SingleAsync(row => row.Id == delivery.Id, cancellationToken), cancellationToken);
        return (await FindAsync(subscriptionId, delivery.Id, cancellationToken))!;
    }

    /// <summary>Lets a delivery be tried again from the start, with its old id and body.</summary>
    /// <returns>The delivery as it waits, or null where there is none.</returns>
    public async Task<LoggedDelivery?> SendAgainAsync(Guid subscriptionId, string deliveryId, CancellationToken cancellationToken)
    {
        var now = clock.GetUtcNow();
        await db.Set<WebhookDelivery>().Where(row => row.Id == deliveryId && row.SubscriptionId == subscriptionId)
            .ExecuteUpdateAsync(
                set => set.SetProperty(row => row.State, DeliveryState.Waiting).SetProperty(row => row.NextAttemptUtc, now)
                    .SetProperty(row => row.Attempts, 0),
                cancellationToken);
        return await FindAsync(subscriptionId, deliveryId, cancellationToken);
    }

    private IQueryable<WebhookDelivery> Of(Guid subscriptionId) =>
        db.Set<WebhookDelivery>().AsNoTracking().Where(row => row.SubscriptionId == subscriptionId);

    private async Task<LoggedDelivery?> FindAsync(Guid subscriptionId, string deliveryId, CancellationToken cancellationToken) =>
        await Of(subscriptionId).SingleOrDefaultAsync(row => row.Id == deliveryId, cancellationToken) is { } delivery
            ? new LoggedDelivery(delivery, await db.Set<WebhookAttempt>().AsNoTracking()
                .Where(attempt => attempt.DeliveryId == deliveryId).OrderByDescending(attempt => attempt.Id).ToListAsync(cancellationToken))
            : null;
}
