namespace PartyCms.WeChat.Simulator.Faults;

/// <summary>Faults that are switched on. The oldest that fits a call is met first.</summary>
public sealed class FaultSwitches
{
    private readonly Lock _gate = new();
    private readonly List<Fault> _faults = [];
    private TaskCompletionSource _hangs = NewHang();
    private Func<string, FaultKind?>? _decide;

    /// <summary>Faults that still wait for a call.</summary>
    public IReadOnlyList<Fault> Current
    {
        get
        {
            lock (_gate)
            {
                return [.. _faults];
            }
        }
    }

    /// <summary>Whether numbers of jobs and messages lie above 2^53.</summary>
    public bool GivesHugeIds { get; set; }

    /// <summary>Asked with the path of each call that meets no switch; for plans of many faults. Called by one thread at a time.</summary>
    public Func<string, FaultKind?>? Decide
    {
        get => _decide;
        set
        {
            lock (_gate)
            {
                _decide = value;
            }
        }
    }

    /// <summary>Switches a fault on.</summary>
    public void Add(Fault fault)
    {
        lock (_gate)
        {
            _faults.Add(fault);
        }
    }

    /// <summary>The next call of a path, or the next few, meet a fault.</summary>
    public void Next(string pathPrefix, FaultKind kind, int times = 1) => Add(new Fault(pathPrefix, kind) { Times = times });

    /// <summary>The next call of a path, or the next few, are refused with an error code.</summary>
    public void Refuse(string pathPrefix, int code, string message, int times = 1) =>
        Add(new Fault(pathPrefix, FaultKind.Refuse) { Times = times, Code = code, Message = message });

    /// <summary>Switches everything off, and ends the calls that hang.</summary>
    public void Clear()
    {
        lock (_gate)
        {
            _faults.Clear();
            _decide = null;
        }

        Interlocked.Exchange(ref _hangs, NewHang()).SetResult();
    }

    /// <summary>Ends when calls that hang are to end.</summary>
    internal Task Hanging => Volatile.Read(ref _hangs).Task;

    internal Fault? Take(string path)
    {
        lock (_gate)
        {
            var index = _faults.FindIndex(fault => path.StartsWith(fault.PathPrefix, StringComparison.Ordinal));
            if (index < 0)
            {
                return _decide?.Invoke(path) is { } kind ? new Fault(path, kind) : null;
            }

            var fault = _faults[index];
            if (fault.Times is { } times)
            {
                if (times <= 1)
                {
                    _faults.RemoveAt(index);
                }
                else
                {
                    _faults[index] = fault with { Times = times - 1 };
                }
            }

            return fault;
        }
    }

    private static TaskCompletionSource NewHang() => new(TaskCreationOptions.RunContinuationsAsynchronously);
}
