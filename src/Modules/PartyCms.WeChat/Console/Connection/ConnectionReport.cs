using PartyCms.WeChat.Client.Capabilities;

namespace PartyCms.WeChat.Console.Connection;

/// <summary>What a check of the connection found; kept as JSON until the next.</summary>
internal sealed record ConnectionReport
{
    public required DateTimeOffset CheckedUtc { get; init; }

    /// <summary>Why WeChat gives the site no token; null where it does.</summary>
    public ReportedError? TokenError { get; init; }

    public IReadOnlyList<ReportedProbe> Probes { get; init; } = [];

    public IReadOnlyList<ReportedQuota> Quotas { get; init; } = [];

    public ReportedCallback? Callback { get; init; }
}

/// <summary>An error in the words for people.</summary>
/// <param name="Code">WeChat's code, or null.</param>
/// <param name="Meaning">What it means.</param>
/// <param name="Remedy">What to do.</param>
/// <param name="Rid">WeChat's id of the call, or null.</param>
/// <param name="Address">The address of the site's server that WeChat does not let in, or null.</param>
internal sealed record ReportedError(int? Code, string Meaning, string Remedy, string? Rid, string? Address);

/// <summary>One capability.</summary>
internal sealed record ReportedProbe(Capability Capability, ProbeVerdict Verdict, ReportedError? Error);

/// <summary>How often a path was called on the day of the check.</summary>
internal sealed record ReportedQuota(string Path, string Name, long Limit, long Used)
{
    /// <summary>0 to 100.</summary>
    public int Percent => Limit <= 0 ? 0 : (int)Math.Min(100, Used * 100 / Limit);

    public bool IsNearlyUsedUp => Percent >= 80;
}

/// <summary>How WeChat reaches the site.</summary>
internal sealed record ReportedCallback(IReadOnlyList<string> Addresses, IReadOnlyList<ReportedPing> Pings, ReportedError? Error);

/// <summary>One way from WeChat to the site.</summary>
internal sealed record ReportedPing(string Operator, string Loss, string Time);
