namespace PartyCms.WeChat.Articles;

/// <summary>How much a finding matters.</summary>
internal enum PreflightSeverity
{
    /// <summary>Good to know.</summary>
    Note,

    /// <summary>It may go, but readers lose something.</summary>
    Warning,

    /// <summary>WeChat would refuse it, or it must not go.</summary>
    Blocking,
}

/// <summary>One thing that the preflight found.</summary>
/// <param name="Code">Short name of the rule, for tests and logs.</param>
/// <param name="Severity">How much it matters.</param>
/// <param name="Message">What it is and what to do, in Chinese.</param>
internal sealed record PreflightFinding(string Code, PreflightSeverity Severity, string Message);

/// <summary>How much of a limit is used.</summary>
/// <param name="Name">What is counted, in Chinese.</param>
/// <param name="Used">As counted by WeChat.</param>
/// <param name="Limit">The most that goes.</param>
internal sealed record PreflightCounter(string Name, int Used, int Limit)
{
    public bool IsOver => Used > Limit;
}

/// <summary>What the preflight says of one article.</summary>
/// <param name="Counters">How much of each limit is used.</param>
/// <param name="Findings">What was found, what blocks first.</param>
internal sealed record PreflightReport(IReadOnlyList<PreflightCounter> Counters, IReadOnlyList<PreflightFinding> Findings)
{
    /// <summary>Whether the article may go.</summary>
    public bool IsClear => Findings.All(finding => finding.Severity != PreflightSeverity.Blocking);
}
