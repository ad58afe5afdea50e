using PartyCms.Kernel.Data;
using PartyCms.Kernel.Jobs;
using PartyCms.Webhooks.Subscriptions;

namespace PartyCms.Webhooks.Deliveries;

/// <summary>Keeps the log of deliveries short: thirty days, and of each receiver the newest thousand.</summary>
internal sealed class DeleteOldDeliveries(CmsDbContext db, TimeProvider clock) : IScheduledJob
{
    internal const int KeptForEach = 1000;

    private static readonly TimeSpan Kept = TimeSpan.FromDays(30);

    public string Name => "webhooks.delete-old";

    public string DisplayName => "清理推送记录";

    public DateTimeOffset NextRun(DateTimeOffset finished) => finished.AddHours(6);

    public async Task RunAsync(CancellationToken cancellationToken)
    {
        var settled = db.Set<WebhookDelivery>().Where(delivery => delivery.State != DeliveryState.Waiting);
        var limit = clock.GetUtcNow() - Kept;
        await settled.Where(delivery => delivery.CreatedUtc < limit).ExecuteDeleteAsync(cancellationToken);
        foreach (var id in await db.Set<WebhookSubscription>().Select(webhook => webhook.Id).ToListAsync(cancellationToken))
        {
            var own = settled.Where(delivery => delivery.SubscriptionId == id);
            var oldestKept = await own.OrderByDescending(delivery => delivery.CreatedUtc).Skip(KeptForEach - 1)
                .Select(delivery => (DateTimeOffset?)delivery.CreatedUtc).FirstOrDefaultAsync(cancellationToken);
            if (oldestKept is { } oldest)
            {
                await own.Where(delivery => delivery.CreatedUtc < oldest).ExecuteDeleteAsync(cancellationToken);
            }
        }
    }
}
