using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using PartyCms.Kernel.Data;

namespace PartyCms.Webhooks.Deliveries;

/// <summary>
/// Sends what waits, beside the outbox and not inside it: a receiver that answers slowly must hold up neither the
/// site's own events nor other receivers. Each receiver gets its deliveries one after another.
/// </summary>
internal sealed partial class DeliverWebhooks(IServiceScopeFactory scopes, TimeProvider clock, ILogger<DeliverWebhooks> logger)
    : BackgroundService
{
    private const int ReceiversAtATime = 4;

    private const int ReceiversInARound = 100;

    private const int DeliveriesInARound = 20;

    private static readonly TimeSpan LookEvery = TimeSpan.FromSeconds(3);

    /// <summary>Tries what is due now; returns how many deliveries were accepted.</summary>
    public async Task<int> DeliverDueAsync(CancellationToken cancellationToken)
    {
        var now = clock.GetUtcNow();
        List<Guid> receivers;
        await using (var scope = scopes.CreateAsyncScope())
        {
            receivers = await Due(scope.ServiceProvider.GetRequiredService<CmsDbContext>(), now)
                .Select(delivery => delivery.SubscriptionId).Distinct().OrderBy(id => id)
                .Take(ReceiversInARound).ToListAsync(cancellationToken);
        }

        var accepted = 0;
        await Parallel.ForEachAsync(
            receivers,
            new ParallelOptions { MaxDegreeOfParallelism = ReceiversAtATime, CancellationToken = cancellationToken },
            async (receiver, stop) => Interlocked.Add(ref accepted, await DeliverToAsync(receiver, now, stop)));
        return accepted;
    }

    /// <inheritdoc />
    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        using var timer = new PeriodicTimer(LookEvery, clock);
        do
        {
            try
            {
                await DeliverDueAsync(stoppingToken);
            }
#pragma warning disable CA1031 // The loop must outlive a database that is away for a while.
            catch (Exception exception) when (!stoppingToken.IsCancellationRequested)
#pragma warning restore CA1031
            {
                LogLoopFailed(exception);
            }
        }
        while (await timer.WaitForNextTickAsync(stoppingToken));
    }

    private static IQueryable<WebhookDelivery> Due(CmsDbContext db, DateTimeOffset now) => db.Set<WebhookDelivery>().AsNoTracking()
        .Where(delivery => delivery.State == DeliveryState.Waiting && delivery.NextAttemptUtc <= now);

    // After a failure the receiver is left alone until the next round.
    private async Task<int> DeliverToAsync(Guid receiver, DateTimeOffset now, CancellationToken cancellationToken)
    {
        await using var scope = scopes.CreateAsyncScope();
        var db = scope.ServiceProvider.GetRequiredService<CmsDbContext>();
        var send = scope.ServiceProvider.GetRequiredService<SendDelivery>();
        var due = await Due(db, now).Where(delivery => delivery.SubscriptionId == receiver)
            .OrderBy(delivery => delivery.CreatedUtc).ThenBy(delivery => delivery.Id)
            .Take(DeliveriesInARound).ToListAsync(cancellationToken);
        var accepted = 0;
        foreach (var delivery in due)
        {
            if (await send.RunAsync(delivery, cancellationToken) is { } attempt && attempt.Fault != DeliveryFault.None)
            {
                break;
            }

            accepted++;
        }

        return accepted;
    }

    [LoggerMessage(401, LogLevel.Error, "Webhook deliveries could not be read; trying again")]
    private partial void LogLoopFailed(Exception exception);
}
