using System.Text.Json.Serialization;

namespace PartyCms.WeChat.Client.Tokens;

/// <summary>A token as WeChat gives it.</summary>
internal sealed record IssuedToken
{
    [JsonPropertyName("access_token")]
    public string? AccessToken { get; init; }

    public string? Ticket { get; init; }

    /// <summary>Seconds it still lives; less than two hours when it was fetched before.</summary>
    public int ExpiresIn { get; init; }

    public string? Value => AccessToken ?? Ticket;

    // Not to be met in a log by accident.
    public override string ToString() => $"token for {ExpiresIn} s";
}

/// <summary>What a stable token is asked for with.</summary>
internal sealed record StableTokenQuery(string Appid, string Secret, bool? ForceRefresh)
{
    public string GrantType { get; } = "client_credential";

    public override string ToString() => "query for " + Appid;
}
