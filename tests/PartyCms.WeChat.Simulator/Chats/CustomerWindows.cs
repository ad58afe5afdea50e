namespace PartyCms.WeChat.Simulator.Chats;

/// <summary>
/// When and how often the account may write to a follower by itself: each thing a follower does opens a window of its
/// own, with WeChat's numbers of 2025.
/// </summary>
public sealed class CustomerWindows
{
    private readonly SimulatorClock _clock;
    private readonly Lock _gate = new();
    private readonly Dictionary<string, List<Window>> _windows = new(StringComparer.Ordinal);

    internal CustomerWindows(SimulatorClock clock) => _clock = clock;

    /// <summary>How many messages the account may still send to a person now.</summary>
    public int Left(string openId)
    {
        lock (_gate)
        {
            return Open(openId).Sum(window => window.Left);
        }
    }

    /// <summary>The follower wrote: five messages within 48 hours, counted from the last one.</summary>
    internal void Wrote(string openId) => Add(openId, "message", TimeSpan.FromHours(48), 5);

    /// <summary>The follower tapped a menu, scanned or followed: three messages within a minute.</summary>
    internal void Acted(string openId, string what) => Add(openId, what, TimeSpan.FromMinutes(1), 3);

    internal void Close(string openId)
    {
        lock (_gate)
        {
            _windows.Remove(openId);
        }
    }

    /// <summary>Uses one message; false if there is no window, and <c>null</c> if all that are open are used up.</summary>
    internal bool? TryUse(string openId)
    {
        lock (_gate)
        {
            var open = Open(openId);
            if (open.Count == 0)
            {
                return false;
            }

            // The short window first: what it leaves is lost soon.
            var next = open.Where(window => window.Left > 0).MinBy(window => window.Until);
            if (next is null)
            {
                return null;
            }

            next.Left--;
            return true;
        }
    }

    private void Add(string openId, string reason, TimeSpan length, int messages)
    {
        lock (_gate)
        {
            var open = Open(openId);
            open.RemoveAll(window => window.Reason == reason);
            open.Add(new Window(reason, _clock.GetUtcNow() + length) { Left = messages });
            _windows[openId] = open;
        }
    }

    private List<Window> Open(string openId) =>
        _windows.TryGetValue(openId, out var all) ? [.. all.Where(window => window.Until > _clock.GetUtcNow())] : [];

    private sealed class Window(string reason, DateTimeOffset until)
    {
        public string Reason { get; } = reason;

        public DateTimeOffset Until { get; } = until;

        public int Left { get; set; }
    }
}
