namespace PartyCms.WeChat.Simulator.OAuth;

/// <summary>A code that the site may exchange once.</summary>
internal sealed record OAuthCode(string OpenId, string Scope, DateTimeOffset ExpiresAt, bool IsSnapshot)
{
    public bool IsUsed { get; init; }
}
