using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using PartyCms.Kernel.Data;
using PartyCms.Kernel.Jobs;

namespace PartyCms.Kernel.Outbox;

/// <summary>
/// Delivers waiting events, a batch at a time: one commit claims it, one marks what was delivered, so that a busy site's
/// publications need not wait for two commits of ours each. A message is claimed by pushing its <c>NotBeforeUtc</c>
/// beyond the lease, so that several nodes share the work and a crashed node's messages come up again by themselves.
/// </summary>
public sealed partial class OutboxDispatcher(
    IServiceScopeFactory scopes, OutboxSignal signal, TimeProvider clock, ILogger<OutboxDispatcher> logger) : BackgroundService
{
    private const int BatchSize = 50;

    private static readonly TimeSpan Lease = TimeSpan.FromMinutes(2);

    private static readonly TimeSpan LookEvery = TimeSpan.FromSeconds(5);

    // Nobody notices a webhook a quarter of a second later; what is announced meanwhile shares its commits.
    private static readonly TimeSpan GatherFor = TimeSpan.FromMilliseconds(250);

    /// <summary>Takes up a batch of what is due now and delivers it; returns how many messages were taken up.</summary>
    public async Task<int> DeliverDueAsync(CancellationToken cancellationToken)
    {
        await using var scope = scopes.CreateAsyncScope();
        var db = scope.ServiceProvider.GetRequiredService<CmsDbContext>();
        var until = clock.GetUtcNow() + Lease;
        var claimed = await ClaimAsync(db, until, cancellationToken);
        var delivered = new List<long>();
        try
        {
            // What a slow subscriber leaves no time for comes up again when its lease ends.
            foreach (var message in claimed.TakeWhile(_ => clock.GetUtcNow() < until - (Lease / 2)))
            {
                if (await TryDeliverAsync(message, cancellationToken))
                {
                    delivered.Add(message.Id);
                }
            }
        }
        finally
        {
            await FinishAsync(db, delivered);
        }

        return claimed.Count;
    }

    /// <inheritdoc />
    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        while (!stoppingToken.IsCancellationRequested)
        {
            try
            {
                while (await DeliverDueAsync(stoppingToken) == BatchSize)
                {
                }
            }
#pragma warning disable CA1031 // The loop must outlive a database that is away for a while.
            catch (Exception exception) when (!stoppingToken.IsCancellationRequested)
#pragma warning restore CA1031
            {
                LogLoopFailed(exception);
            }

            await signal.WaitAsync(LookEvery, clock, stoppingToken);
            await Task.Delay(GatherFor, clock, stoppingToken);
        }
    }

    // Another node may read the same rows; only one of the two finds each as it read it.
    private static async Task<List<OutboxMessage>> ClaimAsync(
        CmsDbContext db, DateTimeOffset until, CancellationToken cancellationToken)
    {
        var now = until - Lease;
        var due = await db.Set<OutboxMessage>().AsNoTracking()
            .Where(message => message.DoneUtc == null && message.NotBeforeUtc <= now)
            .OrderBy(message => message.Id).Take(BatchSize).ToListAsync(cancellationToken);
        if (due.Count == 0)
        {
            return due;
        }

        var claimed = new List<OutboxMessage>(due.Count);
        await using var transaction = await db.Database.BeginTransactionAsync(cancellationToken);
        foreach (var message in due)
        {
            var rows = await db.Set<OutboxMessage>()
                .Where(row => row.Id == message.Id && row.DoneUtc == null && row.NotBeforeUtc == message.NotBeforeUtc)
                .ExecuteUpdateAsync(
                    set => set.SetProperty(row => row.NotBeforeUtc, until).SetProperty(row => row.Attempts, message.Attempts + 1),
                    cancellationToken);
            if (rows == 1)
            {
                claimed.Add(message);
            }
        }

        await transaction.CommitAsync(cancellationToken);
        return claimed;
    }

    private async Task<bool> TryDeliverAsync(OutboxMessage message, CancellationToken cancellationToken)
    {
        await using var scope = scopes.CreateAsyncScope();
        var services = scope.ServiceProvider;
        var route = services.GetServices<OutboxRoute>()
            .FirstOrDefault(route => route.EventType.Name == message.EventType && route.Subscriber.Name == message.Subscriber);
        try
        {
            // A route may be gone after an upgrade; its messages are then done, for nobody waits for them.
            if (route is not null)
            {
                await route.Deliver(services, message.Payload, cancellationToken);
            }

            return true;
        }
#pragma warning disable CA1031 // Whatever a subscriber throws is kept with the message and tried again.
        catch (Exception exception) when (exception is not OperationCanceledException || !cancellationToken.IsCancellationRequested)
#pragma warning restore CA1031
        {
            LogDeliveryFailed(exception, message.EventType, message.Subscriber, message.Attempts + 1);
            var again = clock.GetUtcNow() + Backoff.After(message.Attempts + 1);
            var error = exception.Message.Length > 2000 ? exception.Message[..2000] : exception.Message;
            await services.GetRequiredService<CmsDbContext>().Set<OutboxMessage>().Where(row => row.Id == message.Id)
                .ExecuteUpdateAsync(
                    set => set.SetProperty(row => row.NotBeforeUtc, again).SetProperty(row => row.LastError, error), cancellationToken);
            return false;
        }
    }

    // Also at the site's end: what was delivered is not to be delivered again for want of a mark.
    private async Task FinishAsync(CmsDbContext db, List<long> delivered)
    {
        if (delivered.Count > 0)
        {
            var done = clock.GetUtcNow();
            await db.Set<OutboxMessage>().Where(row => delivered.Contains(row.Id)).ExecuteUpdateAsync(
                set => set.SetProperty(row => row.DoneUtc, done).SetProperty(row => row.LastError, (string?)null), CancellationToken.None);
        }
    }

    [LoggerMessage(201, LogLevel.Error, "The outbox could not be read; trying again")]
    private partial void LogLoopFailed(Exception exception);

    [LoggerMessage(202, LogLevel.Warning, "Delivering {EventType} to {Subscriber} failed at attempt {Attempt}")]
    private partial void LogDeliveryFailed(Exception exception, string eventType, string subscriber, int attempt);
}
