using System.Text.Json.Nodes;
using PartyCms.WeChat.Simulator.Wire;

namespace PartyCms.WeChat.Simulator.Tokens;

/// <summary>How the account's tokens are obtained.</summary>
internal static class TokenApi
{
    private const int StableCallsPerMinute = 10_000;

    public static IEnumerable<ApiRoute> Routes =>
    [
        ApiRoute.Get("/cgi-bin/token", IssueClassic) with { DailyLimit = 2000, NeedsToken = false },
        ApiRoute.Post("/cgi-bin/stable_token", IssueStable) with { DailyLimit = 500_000, NeedsToken = false },
    ];

    private static ApiAnswer IssueClassic(ApiCall call)
    {
        Authenticate(call, call.Query("grant_type"), call.Query("appid"), call.Query("secret"));
        return Answer(call.World.Tokens.IssueClassic());
    }

    private static ApiAnswer IssueStable(ApiCall call)
    {
        var body = call.Json;
        Authenticate(
            call,
            body.OptionalText("grant_type") ?? "",
            body.OptionalText("appid") ?? "",
            body.OptionalText("secret") ?? "");
        if (!call.World.Minutes.TryUse("/cgi-bin/stable_token", StableCallsPerMinute))
        {
            throw new Refusal(45011, "api minute-quota reach limit, must slower, retry next minute");
        }

        return call.World.Tokens.IssueStable(body.Flag("force_refresh")) is { } issued
            ? Answer(issued)
            : throw new Refusal(45009, "reach max api daily quota limit");
    }

    /// <summary>Checks who asks; also used where the secret stands in for a token.</summary>
    public static void CheckSecret(ApiCall call, string appId, string secret)
    {
        var account = call.Account;
        Demand(appId.Length > 0, 41002, "appid missing");
        Demand(secret.Length > 0, 41004, "appsecret missing");
        Demand(appId == account.AppId, 40013, "invalid appid");
        Demand(!account.Frozen, 50007, "account frozen");
        Demand(!account.SecretFrozen, 40243, "AppSecret has been frozen");
        Demand(secret == account.AppSecret, 40125, "invalid appsecret");
    }

    private static void Authenticate(ApiCall call, string grantType, string appId, string secret)
    {
        Demand(grantType == "client_credential", 40002, "invalid grant_type");
        CheckSecret(call, appId, secret);
        if (call.Account.AllowedAddresses is { } allowed && !allowed.Contains(call.Client, StringComparer.Ordinal))
        {
            throw new Refusal(40164, $"invalid ip {call.Client} ipv6 ::ffff:{call.Client}, not in whitelist");
        }
    }

    private static void Demand(bool holds, int code, string message)
    {
        if (!holds)
        {
            throw new Refusal(code, message);
        }
    }

    private static ApiAnswer Answer((string Token, int ExpiresIn) issued) =>
        ApiAnswer.Json(new JsonObject { ["access_token"] = issued.Token, ["expires_in"] = issued.ExpiresIn });
}
