using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using PartyCms.Kernel.Data;
using PartyCms.Kernel.Jobs;

namespace PartyCms.Kernel.Outbox;

/// <summary>
/// Delivers waiting events. A message is claimed by pushing its <c>NotBeforeUtc</c> beyond the lease, so that several
/// nodes share the work and a crashed node's message comes up again by itself.
/// </summary>
public sealed partial class OutboxDispatcher(
    IServiceScopeFactory scopes, OutboxSignal signal, TimeProvider clock, ILogger<OutboxDispatcher> logger) : BackgroundService
{
    private const int BatchSize = 50;

    private static readonly TimeSpan Lease = TimeSpan.FromMinutes(2);

    private static readonly TimeSpan LookEvery = TimeSpan.FromSeconds(5);

    /// <summary>Delivers what is due now; returns how many messages were handled.</summary>
    public async Task<int> DeliverDueAsync(CancellationToken cancellationToken)
    {
        await using var scope = scopes.CreateAsyncScope();
        var db = scope.ServiceProvider.GetRequiredService<CmsDbContext>();
        var now = clock.GetUtcNow();
        var due = await db.Set<OutboxMessage>().AsNoTracking()
            .Where(message => message.DoneUtc == null && message.NotBeforeUtc <= now)
            .OrderBy(message => message.Id).Take(BatchSize).ToListAsync(cancellationToken);
        var handled = 0;
        foreach (var message in due)
        {
            handled += await DeliverAsync(message, cancellationToken) ? 1 : 0;
        }

        return handled;
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
        }
    }

    private async Task<bool> DeliverAsync(OutboxMessage message, CancellationToken cancellationToken)
    {
        await using var scope = scopes.CreateAsyncScope();
        var services = scope.ServiceProvider;
        var db = services.GetRequiredService<CmsDbContext>();
        var rows = db.Set<OutboxMessage>().Where(row => row.Id == message.Id);
        var until = clock.GetUtcNow() + Lease;
        var claimed = await rows
            .Where(row => row.DoneUtc == null && row.NotBeforeUtc == message.NotBeforeUtc)
            .ExecuteUpdateAsync(
                set => set.SetProperty(row => row.NotBeforeUtc, until).SetProperty(row => row.Attempts, message.Attempts + 1),
                cancellationToken);
        if (claimed == 0)
        {
            return false;
        }

        var route = services.GetServices<OutboxRoute>()
            .FirstOrDefault(route => route.EventType.Name == message.EventType && route.Subscriber.Name == message.Subscriber);
        try
        {
            // A route may be gone after an upgrade; its messages are then done, for nobody waits for them.
            if (route is not null)
            {
                await route.Deliver(services, message.Payload, cancellationToken);
            }

            var done = clock.GetUtcNow();
            await rows.ExecuteUpdateAsync(
                set => set.SetProperty(row => row.DoneUtc, done).SetProperty(row => row.LastError, (string?)null), cancellationToken);
            return true;
        }
#pragma warning disable CA1031 // Whatever a subscriber throws is kept with the message and tried again.
        catch (Exception exception) when (exception is not OperationCanceledException)
#pragma warning restore CA1031
        {
            LogDeliveryFailed(exception, message.EventType, message.Subscriber, message.Attempts + 1);
            var again = clock.GetUtcNow() + Backoff.After(message.Attempts + 1);
            var error = exception.Message.Length > 2000 ? exception.Message[..2000] : exception.Message;
            await rows.ExecuteUpdateAsync(
                set => set.SetProperty(row => row.NotBeforeUtc, again).SetProperty(row => row.LastError, error), cancellationToken);
            return false;
        }
    }

    [LoggerMessage(201, LogLevel.Error, "The outbox could not be read; trying again")]
    private partial void LogLoopFailed(Exception exception);

    [LoggerMessage(202, LogLevel.Warning, "Delivering {EventType} to {Subscriber} failed at attempt {Attempt}")]
    private partial void LogDeliveryFailed(Exception exception, string eventType, string subscriber, int attempt);
}
