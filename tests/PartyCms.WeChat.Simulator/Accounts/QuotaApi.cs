using System.Globalization;
using System.Text.Json.Nodes;
using PartyCms.WeChat.Simulator.Tokens;
using PartyCms.WeChat.Simulator.Wire;

namespace PartyCms.WeChat.Simulator.Accounts;

/// <summary>What an operator asks when a call was refused: how much is used, what an rid was, a fresh start.</summary>
internal static class QuotaApi
{
    private static readonly TimeSpan RidLife = TimeSpan.FromDays(7);

    public static IEnumerable<ApiRoute> Routes =>
    [
        ApiRoute.Post("/cgi-bin/clear_quota", ClearAll),
        ApiRoute.Post("/cgi-bin/clear_quota/v2", ClearAllBySecret) with { NeedsToken = false },
        ApiRoute.Post("/cgi-bin/openapi/quota/clear", ClearPath),
        ApiRoute.Post("/cgi-bin/openapi/quota/get", ReadQuota),
        ApiRoute.Post("/cgi-bin/openapi/rid/get", ExplainRid),
    ];

    private static ApiAnswer ClearAll(ApiCall call)
    {
        if (call.Json.OptionalText("appid") != call.Account.AppId)
        {
            throw new Refusal(40013, "invalid appid");
        }

        return Reset(call);
    }

    private static ApiAnswer ClearAllBySecret(ApiCall call)
    {
        // v2 takes its two values from the body; clients were seen to send them in the query as well.
        var body = call.HasBody ? call.Json : default;
        TokenApi.CheckSecret(
            call,
            body.OptionalText("appid") ?? call.Query("appid"),
            body.OptionalText("appsecret") ?? call.Query("appsecret"));
        return Reset(call);
    }

    private static ApiAnswer Reset(ApiCall call) => call.World.Quotas.TryReset()
        ? ApiAnswer.Ok()
        : throw new Refusal(48006, "forbid to clear quota because of reaching the limit");

    private static ApiAnswer ClearPath(ApiCall call)
    {
        var path = KnownPath(call);
        return call.World.Quotas.TryReset(path)
            ? ApiAnswer.Ok()
            : throw new Refusal(48006, "forbid to clear quota because of reaching the limit");
    }

    private static ApiAnswer ReadQuota(ApiCall call)
    {
        var path = KnownPath(call);
        var used = call.World.Quotas.Used(path);
        var limit = call.World.Quotas.LimitOf(path) ?? 0;
        return ApiAnswer.Ok(new JsonObject
        {
            ["quota"] = new JsonObject
            {
                ["daily_limit"] = limit,
                ["used"] = used,
                ["remain"] = Math.Max(0, limit - used),
            },
            ["rate_limit"] = new JsonObject { ["call_count"] = 10_000, ["refresh_second"] = 60 },
        });
    }

    private static ApiAnswer ExplainRid(ApiCall call)
    {
        var rid = call.Json.Text("rid", 76001, "rid not found");
        var request = call.World.Requests.Find(rid) ?? throw new Refusal(76001, "rid not found");
        if (request.At < call.Now - RidLife)
        {
            throw new Refusal(76003, "rid is expired");
        }

        return ApiAnswer.Ok(new JsonObject
        {
            ["request"] = new JsonObject
            {
                ["invoke_time"] = request.At.ToUnixTimeSeconds(),
                ["cost_in_ms"] = 12,
                ["request_url"] = string.Create(CultureInfo.InvariantCulture, $"access_token=***&path={request.Path}"),
                ["request_body"] = request.BodyText,
                ["response_body"] = request.Answer,
                ["client_ip"] = request.Client,
            },
        });
    }

    private static string KnownPath(ApiCall call)
    {
        var path = call.Json.Text("cgi_path", 76021, "cgi_path not found");
        return ApiTable.Find(path) is null ? throw new Refusal(76021, "cgi_path not found") : path;
    }
}
