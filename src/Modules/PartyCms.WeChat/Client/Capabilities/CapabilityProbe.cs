using PartyCms.WeChat.Client.Errors;

namespace PartyCms.WeChat.Client.Capabilities;

/// <summary>What trying one capability out has shown.</summary>
/// <param name="Capability">What was tried.</param>
/// <param name="Verdict">What it showed.</param>
/// <param name="Error">What WeChat said, also where it shows that the account may: a person it does not know, for example.</param>
internal sealed record CapabilityProbe(Capability Capability, ProbeVerdict Verdict, WeChatError? Error);

internal enum ProbeVerdict
{
    Granted,
    Refused,

    /// <summary>Cannot be tried out; judged by the kind of the account.</summary>
    Assumed,

    /// <summary>WeChat did not get as far as to decide it.</summary>
    Unclear,
}

/// <summary>Reads what WeChat says to a harmless call.</summary>
internal static class ProbeVerdicts
{
    /// <summary>
    /// WeChat looks at the right to call before it looks at what was sent, so a fault in what was sent proves the right; so
    /// does a quota that is used up.
    /// </summary>
    public static ProbeVerdict Of(WeChatError? error) => error?.Class switch
    {
        null or ErrorClass.Input or ErrorClass.Recipient or ErrorClass.Duplicate or ErrorClass.Quota => ProbeVerdict.Granted,
        ErrorClass.Permission => ProbeVerdict.Refused,
        _ => ProbeVerdict.Unclear,
    };
}
