namespace PartyCms.WeChat.Simulator;

/// <summary>
/// WeChat's time, in UTC. It goes with another clock or stands still, and can be moved forward in either case; what
/// falls due on the way (a publication, an expiry) happens before <see cref="Advance"/> returns.
/// </summary>
public sealed class SimulatorClock : TimeProvider
{
    private readonly TimeProvider? _source;
    private readonly Lock _gate = new();
    private DateTimeOffset _standsAt;
    private TimeSpan _ahead;

    /// <summary>A clock that goes with another one.</summary>
    public SimulatorClock(TimeProvider source) => _source = source;

    /// <summary>A clock that moves only when it is told to.</summary>
    public SimulatorClock(DateTimeOffset standsAt) => _standsAt = standsAt.ToUniversalTime();

    /// <summary>Raised after the clock was moved, in the thread that moved it.</summary>
    public event EventHandler? Advanced;

    /// <summary>How far the clock is ahead of the one it goes with.</summary>
    public TimeSpan Ahead
    {
        get
        {
            lock (_gate)
            {
                return _ahead;
            }
        }
    }

    /// <inheritdoc />
    public override DateTimeOffset GetUtcNow()
    {
        lock (_gate)
        {
            return (_source?.GetUtcNow() ?? _standsAt) + _ahead;
        }
    }

    /// <summary>Moves the clock forward.</summary>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="by"/> is negative.</exception>
    public void Advance(TimeSpan by)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(by, TimeSpan.Zero);
        lock (_gate)
        {
            _ahead += by;
        }

        Advanced?.Invoke(this, EventArgs.Empty);
    }

    /// <summary>The day by which WeChat counts quotas: that of Asia/Shanghai.</summary>
    public DateOnly Today => DayOf(GetUtcNow());

    /// <summary>The day of Asia/Shanghai that an instant lies in.</summary>
    internal static DateOnly DayOf(DateTimeOffset instant) => DateOnly.FromDateTime(instant.ToOffset(ChinaOffset).DateTime);

    /// <summary>China has had one zone and no summer time since 1991.</summary>
    internal static TimeSpan ChinaOffset { get; } = TimeSpan.FromHours(8);
}
