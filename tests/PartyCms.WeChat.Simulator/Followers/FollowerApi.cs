using System.Globalization;
using System.Text.Json.Nodes;
using PartyCms.WeChat.Simulator.Accounts;
using PartyCms.WeChat.Simulator.Wire;

namespace PartyCms.WeChat.Simulator.Followers;

/// <summary>Who follows, and what the account may know of them: since 2021 neither name nor picture.</summary>
internal static class FollowerApi
{
    private const int PageSize = 10_000;
    private const int MostAtOnce = 100;
    private const int LongestRemark = 30;
    private const int MostBlocked = 20;

    public static IEnumerable<ApiRoute> Routes => ((IEnumerable<ApiRoute>)
    [
        ApiRoute.Get("/cgi-bin/user/get", List) with { DailyLimit = 500 },
        ApiRoute.Get("/cgi-bin/user/info", Info) with { DailyLimit = 5_000_000 },
        ApiRoute.Post("/cgi-bin/user/info/batchget", Infos) with { DailyLimit = 5_000_000 },
        ApiRoute.Post("/cgi-bin/user/info/updateremark", UpdateRemark) with { DailyLimit = 10_000 },
        ApiRoute.Post("/cgi-bin/changeopenid", FindFormer),
        ApiRoute.Post("/cgi-bin/tags/members/getblacklist", ListBlocked),
        ApiRoute.Post("/cgi-bin/tags/members/batchblacklist", call => SetBlocked(call, blocked: true)),
        ApiRoute.Post("/cgi-bin/tags/members/batchunblacklist", call => SetBlocked(call, blocked: false)),
    ]).Select(route => route with { Permission = Permission.Verified });

    private static ApiAnswer List(ApiCall call) =>
        ApiAnswer.Json(Page(call.World.Followers.Following, call.Query("next_openid"), "total"));

    private static ApiAnswer Info(ApiCall call)
    {
        var openId = call.Query("openid");
        return ApiAnswer.Json(Describe(call, call.World.Followers.Require(openId)));
    }

    private static ApiAnswer Infos(ApiCall call)
    {
        var wanted = call.Json.List("user_list", 40032, "invalid openid list size");
        if (wanted.Count is 0 or > MostAtOnce)
        {
            throw new Refusal(40032, "invalid openid list size");
        }

        JsonNode[] found = [.. wanted.Select(user => Describe(call, call.World.Followers.Require(user.Text("openid", 40003, "invalid openid"))))];
        return ApiAnswer.Json(new JsonObject { ["user_info_list"] = new JsonArray(found) });
    }

    private static ApiAnswer UpdateRemark(ApiCall call)
    {
        var remark = call.Json.OptionalText("remark") ?? "";
        if (remark.Length >= LongestRemark)
        {
            throw new Refusal(45059, "remark is too long");
        }

        call.World.Followers.Change(call.Json.Text("openid", 40003, "invalid openid"), person => person with { Remark = remark });
        return ApiAnswer.Ok();
    }

    private static ApiAnswer FindFormer(ApiCall call)
    {
        var appId = call.Json.Text("from_appid", 40013, "invalid appid");
        var openIds = call.Json.Texts("openid_list");
        if (!call.World.Followers.HasMoved(appId))
        {
            throw new Refusal(40013, "invalid appid");
        }

        if (openIds.Count is 0 or > MostAtOnce)
        {
            throw new Refusal(40032, "invalid openid list size");
        }

        return ApiAnswer.Ok(new JsonObject
        {
            ["result_list"] = new JsonArray([.. openIds.Select(former => (JsonNode)(call.World.Followers.FindFormer(appId, former) is { } now
                ? new JsonObject { ["ori_openid"] = former, ["new_openid"] = now, ["err_msg"] = "ok" }
                : new JsonObject { ["ori_openid"] = former, ["err_msg"] = "ori_openid error" }))]),
        });
    }

    private static ApiAnswer ListBlocked(ApiCall call) => ApiAnswer.Json(Page(
        [.. call.World.Followers.All.Where(person => person.IsBlocked)], call.Json.OptionalText("begin_openid") ?? "", "total"));

    private static ApiAnswer SetBlocked(ApiCall call, bool blocked)
    {
        var openIds = call.Json.Texts("openid_list");
        if (openIds.Count is 0 or > MostBlocked)
        {
            throw new Refusal(40032, "invalid openid list size");
        }

        foreach (var openId in openIds)
        {
            call.World.Followers.Change(openId, person => person with { IsBlocked = blocked });
        }

        return ApiAnswer.Ok();
    }

    /// <summary>A list of ids that goes on after one of them.</summary>
    public static JsonObject Page(IReadOnlyList<Follower> people, string after, string? total)
    {
        var page = people.SkipWhile(person => after.Length > 0 && person.OpenId != after).Skip(after.Length > 0 ? 1 : 0)
            .Take(PageSize).Select(person => person.OpenId).ToList();
        var json = new JsonObject { ["count"] = page.Count };
        if (total is not null)
        {
            json[total] = people.Count;
        }

        if (page.Count > 0)
        {
            json["data"] = new JsonObject { ["openid"] = new JsonArray([.. page.Select(openId => (JsonNode)openId)]) };
        }

        json["next_openid"] = page.LastOrDefault() ?? "";
        return json;
    }

    private static JsonObject Describe(ApiCall call, Follower person)
    {
        if (!person.IsFollowing)
        {
            return new JsonObject { ["subscribe"] = 0, ["openid"] = person.OpenId };
        }

        var isNumber = int.TryParse(person.QrScene, NumberStyles.None, CultureInfo.InvariantCulture, out var number);
        var json = new JsonObject
        {
            ["subscribe"] = 1,
            ["openid"] = person.OpenId,
            ["nickname"] = "",
            ["sex"] = 0,
            ["language"] = "zh_CN",
            ["city"] = "",
            ["province"] = "",
            ["country"] = "",
            ["headimgurl"] = "",
            ["subscribe_time"] = person.FollowedAt?.ToUnixTimeSeconds(),
            ["remark"] = person.Remark,
            ["groupid"] = person.TagIds.Count > 0 ? person.TagIds[0] : 0,
            ["tagid_list"] = new JsonArray([.. person.TagIds.Select(id => (JsonNode)id)]),
            ["subscribe_scene"] = person.Scene,
            ["qr_scene"] = isNumber ? number : 0,
            ["qr_scene_str"] = isNumber ? "" : person.QrScene,
        };
        if (call.Account.IsInOpenPlatform)
        {
            json["unionid"] = person.UnionId;
        }

        return json;
    }
}
