namespace PartyCms.WeChat.Simulator.Wire;

/// <summary>Ids that callers choose so that nothing happens twice.</summary>
internal sealed class RecentIds
{
    private readonly Lock _gate = new();
    private readonly Dictionary<string, DateTimeOffset> _takenAt = new(StringComparer.Ordinal);

    /// <summary>Whether an id was not taken within the time before <paramref name="now"/>; takes it if so.</summary>
    public bool TryTake(string id, DateTimeOffset now, TimeSpan rest)
    {
        lock (_gate)
        {
            if (_takenAt.TryGetValue(id, out var takenAt) && now - takenAt < rest)
            {
                return false;
            }

            _takenAt[id] = now;
            return true;
        }
    }
}
