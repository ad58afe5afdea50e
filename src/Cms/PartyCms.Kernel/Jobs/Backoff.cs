namespace PartyCms.Kernel.Jobs;

/// <summary>How long to wait after a failure: 10 s doubling to at most six hours.</summary>
public static class Backoff
{
    private static readonly TimeSpan Longest = TimeSpan.FromHours(6);

    /// <summary>The pause after the given number of failures in a row (1 and more).</summary>
    public static TimeSpan After(int failures)
    {
        var doublings = Math.Clamp(failures - 1, 0, 20);
        var pause = TimeSpan.FromSeconds(10 * Math.Pow(2, doublings));
        return pause < Longest ? pause : Longest;
    }
}
