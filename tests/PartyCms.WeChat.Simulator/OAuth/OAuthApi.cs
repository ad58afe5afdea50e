using System.Text.Json.Nodes;
using PartyCms.WeChat.Simulator.Tokens;
using PartyCms.WeChat.Simulator.Wire;

namespace PartyCms.WeChat.Simulator.OAuth;

/// <summary>The server's half of recognizing people. Answers are typed as plain text, as the real ones are.</summary>
internal static class OAuthApi
{
    // What snapshots tell is the same for many people.
    private const string UnionIdOfSnapshots = "oSnapshotUnion0000000000000";

    public static IEnumerable<ApiRoute> Routes => ((IEnumerable<ApiRoute>)
    [
        ApiRoute.Get("/sns/oauth2/access_token", Exchange),
        ApiRoute.Get("/sns/oauth2/refresh_token", Refresh),
        ApiRoute.Get("/sns/userinfo", UserInfo),
        ApiRoute.Get("/sns/auth", Check),
    ]).Select(route => route with { NeedsToken = false });

    private static ApiAnswer Exchange(ApiCall call)
    {
        TokenApi.CheckSecret(call, call.Query("appid"), call.Query("secret"));
        DemandGrant(call, "authorization_code");
        var code = call.Query("code");
        return code.Length > 0 ? Answer(call, call.World.OAuth.Redeem(code)) : throw new Refusal(41008, "missing code");
    }

    private static ApiAnswer Refresh(ApiCall call)
    {
        if (call.Query("appid") != call.Account.AppId)
        {
            throw new Refusal(40013, "invalid appid");
        }

        DemandGrant(call, "refresh_token");
        return Answer(call, call.World.OAuth.Refresh(call.Query("refresh_token")));
    }

    private static ApiAnswer UserInfo(ApiCall call)
    {
        var session = call.World.OAuth.Check(call.Query("access_token"), call.Query("openid"));
        if (session.Scope != "snsapi_userinfo" || session.IsSnapshot)
        {
            throw Refusal.Unauthorized();
        }

        var person = call.World.Followers.Require(session.OpenId);
        var json = new JsonObject
        {
            ["openid"] = person.OpenId,
            ["nickname"] = person.Nickname,
            ["sex"] = 0,
            ["language"] = "",
            ["city"] = "",
            ["province"] = "",
            ["country"] = "",
            ["headimgurl"] = "",
            ["privilege"] = new JsonArray(),
        };
        AddUnionId(call, json, session);
        return AsText(ApiAnswer.Json(json));
    }

    private static ApiAnswer Check(ApiCall call)
    {
        call.World.OAuth.Check(call.Query("access_token"), call.Query("openid"));
        return AsText(ApiAnswer.Ok());
    }

    private static void DemandGrant(ApiCall call, string grantType)
    {
        if (call.Query("grant_type") != grantType)
        {
            throw new Refusal(40002, "invalid grant_type");
        }
    }

    private static void AddUnionId(ApiCall call, JsonObject json, OAuthSession session)
    {
        if (call.Account.IsInOpenPlatform)
        {
            json["unionid"] = session.IsSnapshot ? UnionIdOfSnapshots : call.World.Followers.Require(session.OpenId).UnionId;
        }
    }

    private static ApiAnswer Answer(ApiCall call, (string Token, OAuthSession Session) opened)
    {
        var json = new JsonObject
        {
            ["access_token"] = opened.Token,
            ["expires_in"] = 7200,
            ["refresh_token"] = opened.Session.RefreshToken,
            ["openid"] = opened.Session.OpenId,
            ["scope"] = opened.Session.Scope,
        };
        if (opened.Session.IsSnapshot)
        {
            json["is_snapshotuser"] = 1;
        }

        AddUnionId(call, json, opened.Session);
        return AsText(ApiAnswer.Json(json));
    }

    private static ApiAnswer AsText(ApiAnswer answer) => answer with { ContentType = "text/plain" };
}
