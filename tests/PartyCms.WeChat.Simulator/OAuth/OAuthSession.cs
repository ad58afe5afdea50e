namespace PartyCms.WeChat.Simulator.OAuth;

/// <summary>What one person let the site know.</summary>
internal sealed record OAuthSession(
    string OpenId, string Scope, bool IsSnapshot, string RefreshToken, DateTimeOffset ExpiresAt, DateTimeOffset RefreshUntil);
