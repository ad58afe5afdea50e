namespace PartyCms.WeChat;

/// <summary>How WeChat pushes messages; must be what is chosen for the account at WeChat.</summary>
internal enum CallbackMode
{
    /// <summary>明文: everything in clear.</summary>
    Plain,

    /// <summary>兼容: in clear and encrypted side by side, to change over without loss.</summary>
    Compatible,

    /// <summary>安全: encrypted only.</summary>
    Safe,
}
