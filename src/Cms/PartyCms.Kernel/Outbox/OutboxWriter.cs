using System.Text.Json;
using PartyCms.Kernel.Data;

namespace PartyCms.Kernel.Outbox;

/// <summary>Writes events into the transaction of the act they tell of, one row for each subscriber.</summary>
public sealed class OutboxWriter(CmsDbContext db, IEnumerable<OutboxRoute> routes, OutboxSignal signal, TimeProvider clock)
{
    /// <summary>Announces an event; delivered after the commit.</summary>
    public void Add<TEvent>(TEvent cmsEvent)
        where TEvent : notnull
    {
        var now = clock.GetUtcNow();
        foreach (var route in routes.Where(route => route.EventType == typeof(TEvent)))
        {
            db.Add(new OutboxMessage
            {
                EventType = typeof(TEvent).Name,
                Subscriber = route.Subscriber.Name,
                Payload = JsonSerializer.Serialize(cmsEvent),
                CreatedUtc = now,
                NotBeforeUtc = now,
            });
        }
    }

    /// <summary>Tells this node's dispatcher that something was committed, so that it need not wait for its next look.</summary>
    public void Wake() => signal.Set();
}
