namespace PartyCms.WeChat.Simulator.Pushing;

/// <summary>How pushes are protected; chosen by the account's owner at WeChat.</summary>
public enum SimulatedCallbackMode
{
    /// <summary>明文.</summary>
    Plain,

    /// <summary>兼容: in clear and encrypted side by side.</summary>
    Compatible,

    /// <summary>安全: encrypted only.</summary>
    Safe,
}
