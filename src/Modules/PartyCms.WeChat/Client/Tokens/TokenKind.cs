namespace PartyCms.WeChat.Client.Tokens;

/// <summary>What the account is known by for two hours at a time, and all nodes of the site share.</summary>
internal enum TokenKind
{
    /// <summary>Stands in every call of the API.</summary>
    Access,

    /// <summary>Signs pages that use WeChat's JavaScript.</summary>
    JsSdkTicket,
}
