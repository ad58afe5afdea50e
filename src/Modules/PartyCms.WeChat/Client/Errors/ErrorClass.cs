namespace PartyCms.WeChat.Client.Errors;

/// <summary>What an error of WeChat asks for.</summary>
internal enum ErrorClass
{
    /// <summary>WeChat is busy or out of reach: try again later, if repeating does no harm.</summary>
    Busy,

    /// <summary>The token is dead. The client has fetched a new one and tried again before this is seen.</summary>
    Token,

    /// <summary>A member's authorization is spent: begin it anew, never repeat it.</summary>
    Authorization,

    /// <summary>The account or its settings are wrong: nothing works until an administrator acts.</summary>
    Configuration,

    /// <summary>Too many calls: wait for the minute, the day or the month to end.</summary>
    Quota,

    /// <summary>The account may not do this; never repeated.</summary>
    Permission,

    /// <summary>What was sent is wrong and stays wrong.</summary>
    Input,

    /// <summary>The same message was sent before.</summary>
    Duplicate,

    /// <summary>It cannot be done for this one follower.</summary>
    Recipient,

    /// <summary>The call was sent and no answer came: it may have been carried out.</summary>
    UnknownOutcome,
}
