namespace PartyCms.WeChat.Simulator.Accounts;

/// <summary>Which accounts may call an API.</summary>
internal enum Permission
{
    /// <summary>Every account.</summary>
    Everyone,

    /// <summary>Verified accounts of either kind.</summary>
    Verified,

    /// <summary>Every service account, and verified subscription accounts.</summary>
    ServiceOrVerified,

    /// <summary>Verified service accounts only.</summary>
    VerifiedService,
}
