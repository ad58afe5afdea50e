namespace PartyCms.IntegrationTests.WeChat.Client;

/// <summary>A clock for which the pauses between the client's own repetitions are over at once.</summary>
internal sealed class ImpatientClock : TimeProvider
{
    public override ITimer CreateTimer(TimerCallback callback, object? state, TimeSpan dueTime, TimeSpan period) =>
        System.CreateTimer(callback, state, TimeSpan.Zero, period);
}
