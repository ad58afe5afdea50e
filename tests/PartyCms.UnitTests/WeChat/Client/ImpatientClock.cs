using System.Collections.Concurrent;

namespace PartyCms.UnitTests.WeChat.Client;

/// <summary>Lets every pause end at once, and remembers how long it should have been.</summary>
public sealed class ImpatientClock : TimeProvider
{
    public ConcurrentQueue<TimeSpan> Pauses { get; } = new();

    /// <inheritdoc />
    public override ITimer CreateTimer(TimerCallback callback, object? state, TimeSpan dueTime, TimeSpan period)
    {
        Pauses.Enqueue(dueTime);
        return System.CreateTimer(callback, state, TimeSpan.Zero, period);
    }
}
