using System.Text.Json;

namespace PartyCms.Kernel.Outbox;

/// <summary>One subscription, as modules register it.</summary>
/// <param name="EventType">Type of the event.</param>
/// <param name="Subscriber">Type of the subscriber, resolved anew for each delivery.</param>
/// <param name="Deliver">Reads the event and hands it over.</param>
public sealed record OutboxRoute(
    Type EventType, Type Subscriber, Func<IServiceProvider, string, CancellationToken, Task> Deliver)
{
    internal static OutboxRoute For<TEvent, TSubscriber>(Func<IServiceProvider, TSubscriber> resolve)
        where TSubscriber : IEventSubscriber<TEvent> =>
        new(typeof(TEvent), typeof(TSubscriber), (services, payload, cancellationToken) =>
            resolve(services).HandleAsync(JsonSerializer.Deserialize<TEvent>(payload)!, cancellationToken));
}
