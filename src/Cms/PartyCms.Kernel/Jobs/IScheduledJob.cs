namespace PartyCms.Kernel.Jobs;

/// <summary>
/// Work that comes round by the clock. Each run is leased to one node; a run must be safe to repeat, for a node that
/// dies in the middle leaves it to the next.
/// </summary>
public interface IScheduledJob
{
    /// <summary>Unique name, such as <c>search.rebuild</c>; the row it is remembered by.</summary>
    string Name { get; }

    /// <summary>What it does, for the administration page, in Chinese.</summary>
    string DisplayName { get; }

    /// <summary>How long one node may take before another takes over; a job that may be long leaves it as it is.</summary>
    TimeSpan Lease => JobRunner.Lease;

    /// <summary>When to run again after a run that ended well.</summary>
    /// <param name="finished">End of that run, UTC; at first start, the start.</param>
    DateTimeOffset NextRun(DateTimeOffset finished);

    /// <summary>Does the work; throwing means "try again later".</summary>
    Task RunAsync(CancellationToken cancellationToken);
}
