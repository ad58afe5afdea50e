namespace PartyCms.Kernel.Outbox;

/// <summary>
/// Reacts to something that was already committed. Subscribers run in the background, in no particular order; one that
/// throws is tried again with growing pauses and does not hold up the others.
/// </summary>
/// <typeparam name="TEvent">A record that survives a round trip through JSON.</typeparam>
public interface IEventSubscriber<in TEvent>
{
    /// <summary>Handles one event. Must be idempotent: after a crash the same event is delivered again.</summary>
    Task HandleAsync(TEvent cmsEvent, CancellationToken cancellationToken);
}
