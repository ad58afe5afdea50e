using System.Collections.Concurrent;

namespace PartyCms.Kernel.RateLimits;

/// <summary>
/// Counts events of each key in windows of fixed length and says when one is too many. Its memory is bounded: past
/// twenty thousand keys at a time, newcomers share one count. By the site's clock, unlike the framework's limiters, so
/// that what remains and when it ends can be told and tested.
/// </summary>
/// <param name="limit">Events a window; zero for no limit.</param>
/// <param name="window">Length of a window.</param>
/// <param name="clock">The site's clock.</param>
public sealed class WindowCounter(int limit, TimeSpan window, TimeProvider clock)
{
    private const int MostKeys = 20_000;

    private const string Others = "(others)";

    private readonly ConcurrentDictionary<string, Window> _windows = new(StringComparer.Ordinal);

    private int _keys;

    private long _cleanedTicks;

    /// <summary>Keys held at present.</summary>
    public int Keys => Volatile.Read(ref _keys);

    /// <summary>Counts one event, unless it is one too many.</summary>
    public RateLimitState Add(string key) => Count(key, 1);

    /// <summary>Says where a key stands without counting.</summary>
    public RateLimitState Look(string key) => Count(key, 0);

    private RateLimitState Count(string key, int events)
    {
        if (limit == 0)
        {
            return new RateLimitState(0, int.MaxValue, TimeSpan.Zero, false);
        }

        var now = clock.GetUtcNow();
        var counted = WindowOf(key, now);
        lock (counted)
        {
            if (now >= counted.Ends)
            {
                (counted.Ends, counted.Events) = (now + window, 0);
            }

            var isExceeded = counted.Events >= limit;
            if (!isExceeded)
            {
                counted.Events += events;
            }

            return new RateLimitState(limit, limit - counted.Events, counted.Ends - now, isExceeded);
        }
    }

    private Window WindowOf(string key, DateTimeOffset now)
    {
        if (_windows.TryGetValue(key, out var known))
        {
            return known;
        }

        if (Keys >= MostKeys)
        {
            RemoveEnded(now);
            if (Keys >= MostKeys)
            {
                return _windows.GetOrAdd(Others, _ => new Window(now + window));
            }
        }

        var fresh = new Window(now + window);
        var kept = _windows.GetOrAdd(key, fresh);
        if (ReferenceEquals(kept, fresh))
        {
            Interlocked.Increment(ref _keys);
        }

        return kept;
    }

    // At most once a second: a flood of new keys must not make every request walk through all of them.
    private void RemoveEnded(DateTimeOffset now)
    {
        var cleaned = Interlocked.Read(ref _cleanedTicks);
        if (now.UtcTicks - cleaned < TimeSpan.TicksPerSecond
            || Interlocked.CompareExchange(ref _cleanedTicks, now.UtcTicks, cleaned) != cleaned)
        {
            return;
        }

        foreach (var (key, counted) in _windows)
        {
            if (now >= counted.Ends && key != Others && _windows.TryRemove(key, out _))
            {
                Interlocked.Decrement(ref _keys);
            }
        }
    }

    private sealed class Window(DateTimeOffset ends)
    {
        public DateTimeOffset Ends { get; set; } = ends;

        public int Events { get; set; }
    }
}

/// <summary>Where a key stands.</summary>
/// <param name="Limit">Events a window; zero for no limit.</param>
/// <param name="Remaining">How many more are allowed in this window.</param>
/// <param name="Reset">Until the window ends.</param>
/// <param name="IsExceeded">Whether the event is one too many.</param>
public readonly record struct RateLimitState(int Limit, int Remaining, TimeSpan Reset, bool IsExceeded)
{
    /// <summary>Whole seconds until the window ends, at least one.</summary>
    public int ResetSeconds => Math.Max(1, (int)Math.Ceiling(Reset.TotalSeconds));
}
