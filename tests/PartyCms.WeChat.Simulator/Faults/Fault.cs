namespace PartyCms.WeChat.Simulator.Faults;

/// <summary>A fault for calls whose path starts with something.</summary>
/// <param name="PathPrefix">Start of the path; <c>/</c> is every call.</param>
/// <param name="Kind">What goes wrong.</param>
public sealed record Fault(string PathPrefix, FaultKind Kind)
{
    /// <summary>How many calls meet it; <c>null</c> is every one until the switch is turned off.</summary>
    public int? Times { get; init; }

    /// <summary>Error code of <see cref="FaultKind.Refuse"/>.</summary>
    public int Code { get; init; } = -1;

    /// <summary>Text that belongs to <see cref="Code"/>.</summary>
    public string Message { get; init; } = "system error";
}
