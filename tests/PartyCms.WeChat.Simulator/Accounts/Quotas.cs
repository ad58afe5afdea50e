namespace PartyCms.WeChat.Simulator.Accounts;

/// <summary>Counts calls by path and day of Asia/Shanghai, as WeChat does.</summary>
public sealed class Quotas
{
    /// <summary>How often all daily quotas may be reset in one month.</summary>
    public const int ResetsPerMonth = 10;

    /// <summary>How often one path's quota may be reset in one month.</summary>
    public const int PathResetsPerMonth = 50;

    private readonly SimulatorClock _clock;
    private readonly Lock _gate = new();
    private readonly Dictionary<string, int> _limits = new(StringComparer.Ordinal);
    private readonly Dictionary<string, int> _used = new(StringComparer.Ordinal);
    private readonly Dictionary<string, int> _resets = new(StringComparer.Ordinal);
    private DateOnly _day;

    internal Quotas(SimulatorClock clock) => _clock = clock;

    /// <summary>Paths with a daily quota, with the calls used today and the limit.</summary>
    public IReadOnlyList<(string Path, int Used, int Limit)> Today
    {
        get
        {
            lock (_gate)
            {
                StartDay();
                return [.. _limits.OrderBy(limit => limit.Key, StringComparer.Ordinal)
                    .Select(limit => (limit.Key, _used.GetValueOrDefault(limit.Key), limit.Value))];
            }
        }
    }

    /// <summary>Calls of a path counted today.</summary>
    public int Used(string path)
    {
        lock (_gate)
        {
            StartDay();
            return _used.GetValueOrDefault(path);
        }
    }

    /// <summary>Changes how often a path may be called in one day.</summary>
    public void SetLimit(string path, int callsPerDay)
    {
        lock (_gate)
        {
            _limits[path] = callsPerDay;
        }
    }

    internal int? LimitOf(string path)
    {
        lock (_gate)
        {
            return _limits.TryGetValue(path, out var limit) ? limit : null;
        }
    }

    internal bool TryUse(string path)
    {
        lock (_gate)
        {
            StartDay();
            var used = _used.GetValueOrDefault(path);
            if (_limits.TryGetValue(path, out var limit) && used >= limit)
            {
                return false;
            }

            _used[path] = used + 1;
            return true;
        }
    }

    internal bool TryReset()
    {
        lock (_gate)
        {
            if (!TryUseReset("all", ResetsPerMonth))
            {
                return false;
            }

            _used.Clear();
            return true;
        }
    }

    internal bool TryReset(string path)
    {
        lock (_gate)
        {
            if (!TryUseReset("path", PathResetsPerMonth))
            {
                return false;
            }

            _used.Remove(path);
            return true;
        }
    }

    private bool TryUseReset(string kind, int perMonth)
    {
        var key = $"{kind} {_clock.Today:yyyy-MM}";
        var used = _resets.GetValueOrDefault(key);
        _resets[key] = Math.Min(used + 1, perMonth);
        return used < perMonth;
    }

    private void StartDay()
    {
        if (_day != _clock.Today)
        {
            _day = _clock.Today;
            _used.Clear();
        }
    }
}
