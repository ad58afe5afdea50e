namespace PartyCms.WeChat.Simulator.Accounts;

/// <summary>Counts calls of one clock minute.</summary>
internal sealed class MinuteCounter(SimulatorClock clock)
{
    private readonly Lock _gate = new();
    private readonly Dictionary<string, int> _used = new(StringComparer.Ordinal);
    private long _minute;

    public bool TryUse(string key, int perMinute)
    {
        lock (_gate)
        {
            var minute = clock.GetUtcNow().ToUnixTimeSeconds() / 60;
            if (minute != _minute)
            {
                _minute = minute;
                _used.Clear();
            }

            var used = _used.GetValueOrDefault(key);
            _used[key] = used + 1;
            return used < perMinute;
        }
    }
}
