using System.Globalization;
using System.Text.Json;
using System.Text.Json.Nodes;
using PartyCms.WeChat.Simulator.Accounts;
using PartyCms.WeChat.Simulator.Wire;

namespace PartyCms.WeChat.Simulator.QrCodes;

/// <summary>QR codes with scenes, and short keys for what does not fit into one.</summary>
internal static class QrCodeApi
{
    private const int LongestLife = 2_592_000;
    private const int DefaultLife = 60;
    private const int MostPermanent = 100_000;
    private const int LongestScene = 64;

    public static IEnumerable<ApiRoute> Routes =>
    [
        ApiRoute.Post("/cgi-bin/qrcode/create", Create) with { DailyLimit = 100_000, Permission = Permission.VerifiedService },
        ApiRoute.Post("/cgi-bin/shorten/gen", Shorten) with { Permission = Permission.Verified },
        ApiRoute.Post("/cgi-bin/shorten/fetch", Fetch) with { Permission = Permission.Verified },
    ];

    private static ApiAnswer Create(ApiCall call)
    {
        var action = call.Json.Text("action_name", 40053, "invalid action info");
        var scene = call.Json.Object("action_info").Object("scene");
        var isPermanent = action is "QR_LIMIT_SCENE" or "QR_LIMIT_STR_SCENE";
        var text = action switch
        {
            "QR_SCENE" => Number(scene, int.MaxValue),
            "QR_LIMIT_SCENE" => Number(scene, MostPermanent),
            "QR_STR_SCENE" or "QR_LIMIT_STR_SCENE" => Text(scene),
            _ => throw new Refusal(40053, "invalid action info"),
        };
        var life = Math.Min(call.Json.OptionalNumber("expire_seconds") ?? DefaultLife, LongestLife);
        var code = call.World.SceneCodes.Add(text, isPermanent ? null : TimeSpan.FromSeconds(life));
        var answer = new JsonObject { ["ticket"] = code.Ticket, ["url"] = code.Url };
        if (!isPermanent)
        {
            answer["expire_seconds"] = life;
        }

        return ApiAnswer.Json(answer);
    }

    private static ApiAnswer Shorten(ApiCall call)
    {
        var data = call.Json.Text("long_data");
        var life = call.Json.OptionalNumber("expire_seconds") ?? LongestLife;
        var key = SimulatedIds.Word(15);
        call.World.ShortKeys[key] = (data, call.Now.AddSeconds(Math.Min(life, LongestLife)));
        return ApiAnswer.Ok(new JsonObject { ["short_key"] = key });
    }

    private static ApiAnswer Fetch(ApiCall call)
    {
        var key = call.Json.Text("short_key");
        if (!call.World.ShortKeys.TryGetValue(key, out var found) || found.ExpiresAt <= call.Now)
        {
            throw new Refusal(40097, "invalid args hint: [short_key]");
        }

        return ApiAnswer.Ok(new JsonObject
        {
            ["long_data"] = found.Data,
            ["expire_seconds"] = (long)(found.ExpiresAt - call.Now).TotalSeconds,
        });
    }

    private static string Number(JsonElement scene, int most) =>
        scene.OptionalNumber("scene_id") is { } id && id >= 1 && id <= most
            ? id.ToString(CultureInfo.InvariantCulture)
            : throw new Refusal(40053, "invalid action info hint: [scene_id]");

    private static string Text(JsonElement scene) =>
        scene.OptionalText("scene_str") is { Length: >= 1 and <= LongestScene } text
            ? text
            : throw new Refusal(40053, "invalid action info hint: [scene_str]");
}
