namespace PartyCms.IntegrationTests;

/// <summary>A clock that runs from a fixed start, so that cookies expire and jobs come due as in life, and can be moved on.</summary>
public sealed class SiteClock(DateTimeOffset start) : TimeProvider
{
    private readonly long _began = System.GetTimestamp();
    private TimeSpan _moved;

    /// <inheritdoc />
    public override DateTimeOffset GetUtcNow() => start + System.GetElapsedTime(_began) + _moved;

    /// <summary>Moves the clock on.</summary>
    public void Advance(TimeSpan by) => _moved += by;
}
