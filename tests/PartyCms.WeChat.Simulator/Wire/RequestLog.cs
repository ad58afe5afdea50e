namespace PartyCms.WeChat.Simulator.Wire;

/// <summary>Every call since the start or the last <see cref="Clear"/>, the oldest 20,000 at most.</summary>
public sealed class RequestLog
{
    private const int Capacity = 20_000;

    private readonly Lock _gate = new();
    private readonly SortedDictionary<int, LoggedRequest> _requests = [];
    private int _number;

    /// <summary>All calls in order of arrival.</summary>
    public IReadOnlyList<LoggedRequest> All
    {
        get
        {
            lock (_gate)
            {
                return [.. _requests.Values];
            }
        }
    }

    /// <summary>Calls of one path in order of arrival.</summary>
    public IReadOnlyList<LoggedRequest> Of(string path) => [.. All.Where(request => request.Path == path)];

    /// <summary>Forgets all calls; quotas and rids are not touched.</summary>
    public void Clear()
    {
        lock (_gate)
        {
            _requests.Clear();
        }
    }

    internal LoggedRequest Add(Func<int, LoggedRequest> create)
    {
        lock (_gate)
        {
            var request = create(++_number);
            _requests[request.Number] = request;
            if (_requests.Count > Capacity)
            {
                _requests.Remove(_requests.Keys.First());
            }

            return request;
        }
    }

    internal void Replace(LoggedRequest request)
    {
        lock (_gate)
        {
            if (_requests.ContainsKey(request.Number))
            {
                _requests[request.Number] = request;
            }
        }
    }

    internal LoggedRequest? Find(string rid) => All.FirstOrDefault(request => request.Rid == rid);
}
