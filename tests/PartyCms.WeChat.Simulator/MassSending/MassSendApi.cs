using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;
using PartyCms.WeChat.Simulator.Accounts;
using PartyCms.WeChat.Simulator.Wire;

namespace PartyCms.WeChat.Simulator.MassSending;

/// <summary>Mass sends, previews of them, and what became of them.</summary>
internal static class MassSendApi
{
    private const int MostRecipients = 10_000;
    private const int LongestClientMsgId = 64;
    private const int CallsPerMinute = 60;

    public static IEnumerable<ApiRoute> Routes =>
    [
        ApiRoute.Post("/cgi-bin/message/mass/sendall", SendByFilter) with { DailyLimit = 100, Permission = Permission.Verified },
        ApiRoute.Post("/cgi-bin/message/mass/send", SendToList) with { DailyLimit = 100, Permission = Permission.Verified },
        ApiRoute.Post("/cgi-bin/message/mass/preview", Preview) with { DailyLimit = 100, Permission = Permission.Verified },
        ApiRoute.Post("/cgi-bin/message/mass/get", Get) with { Permission = Permission.Verified },
        ApiRoute.Post("/cgi-bin/message/mass/delete", Delete) with { DailyLimit = 10, Permission = Permission.Verified },
        ApiRoute.Post("/cgi-bin/message/mass/speed/get", GetSpeed) with { Permission = Permission.Verified },
        ApiRoute.Post("/cgi-bin/message/mass/speed/set", SetSpeed) with { Permission = Permission.Verified },
    ];

    private static ApiAnswer SendByFilter(ApiCall call)
    {
        var filter = call.Json.Object("filter");
        var isToAll = filter.Flag("is_to_all");
        var followers = call.World.Followers.Following.Where(person => !person.IsBlocked);
        if (!isToAll)
        {
            var tag = filter.OptionalNumber("tag_id") ?? throw new Refusal(40152, "invalid tagid");
            call.World.Tags.Require(tag);
            followers = followers.Where(person => person.TagIds.Contains((int)tag));
        }

        return Send(call, [.. followers.Select(person => person.OpenId)], isToAll ? "all" : filter.GetRawText());
    }

    private static ApiAnswer SendToList(ApiCall call)
    {
        var recipients = call.Json.Texts("touser").Distinct(StringComparer.Ordinal).ToList();
        if (recipients.Count is < 2 or > MostRecipients)
        {
            throw new Refusal(40130, "invalid openid list size, at least two openid");
        }

        var followers = recipients.Where(openId => call.World.Followers.Find(openId) is { IsFollowing: true }).ToList();
        return followers.Count > 0 ? Send(call, followers, string.Join(',', recipients)) : throw Refusal.BadOpenId();
    }

    private static ApiAnswer Send(ApiCall call, IReadOnlyList<string> recipients, string range)
    {
        if (!call.World.Minutes.TryUse("/cgi-bin/message/mass", CallsPerMinute))
        {
            throw new Refusal(45011, "api minute-quota reach limit, must slower, retry next minute");
        }

        var type = call.Json.Text("msgtype", 40008, "invalid message type");
        var clientMsgId = call.Json.OptionalText("clientmsgid") is { Length: > 0 } given ? given : DigestOf(call.Json, type, range);
        if (Encoding.UTF8.GetByteCount(clientMsgId) > LongestClientMsgId)
        {
            throw new Refusal(45067, "clientmsgid length overlimit");
        }

        var wanted = new MassSend(0, clientMsgId, type, recipients, call.Now)
        {
            AwaitsAdministrator = call.Account.ProtectsMassSends && range == "all",
        };
        call.World.MassSends.CheckClientMsgId(wanted);
        var job = call.World.MassSends.Accept(ReadContent(call, wanted));
        var answer = new JsonObject
        {
            ["errcode"] = 0,
            ["errmsg"] = "send job submission success",
            ["msg_id"] = job.MsgId,
        };
        if (type == "mpnews")
        {
            answer["msg_data_id"] = job.MsgDataId;
        }

        return ApiAnswer.Json(answer);
    }

    private static MassSend ReadContent(ApiCall call, MassSend wanted)
    {
        switch (wanted.Type)
        {
            case "mpnews":
                var draft = call.World.Drafts.Require(call.Json.Object("mpnews"));
                return wanted with { Draft = draft, Articles = draft.Articles };
            case "text":
                return wanted with { Text = call.Json.Object("text").Text("content", 44004, "empty content") };
            case "image":
                return call.Json.Member("images") is { } images
                    ? wanted with { MediaIds = [.. images.Texts("media_ids").Select(id => CheckMedia(call, id))] }
                    : wanted with { MediaIds = [CheckMedia(call, call.Json.Object("image").Text("media_id"))] };
            case "voice" or "mpvideo":
                return wanted with { MediaIds = [CheckMedia(call, call.Json.Object(wanted.Type).Text("media_id"))] };
            default:
                throw new Refusal(40008, "invalid message type");
        }
    }

    private static ApiAnswer Preview(ApiCall call)
    {
        var openId = call.Json.OptionalText("touser")
            ?? call.World.Followers.All.FirstOrDefault(person => person.Nickname == call.Json.OptionalText("towxname"))?.OpenId
            ?? throw new Refusal(40132, "invalid username");
        var person = call.World.Followers.Find(openId) is { IsFollowing: true } found ? found : throw new Refusal(43004, "require subscribe");
        var preview = ReadContent(call, new MassSend(
            call.World.Ids.Number(34_000), "", call.Json.Text("msgtype", 40008, "invalid message type"), [openId], call.Now));
        call.World.Chats.Add(person.OpenId, preview.ToChat(call.Now) with { Source = "preview" });
        return ApiAnswer.Ok(new JsonObject { ["msg_id"] = preview.MsgId });
    }

    private static ApiAnswer Get(ApiCall call)
    {
        var job = FindJob(call);
        return ApiAnswer.Json(new JsonObject { ["msg_id"] = job.MsgId, ["msg_status"] = job.Status });
    }

    private static ApiAnswer Delete(ApiCall call)
    {
        var job = call.Json.OptionalText("url") is { Length: > 0 } url
            ? call.World.MassSends.All.FirstOrDefault(sent => sent.Articles.Any(article => article.Url == url))
                ?? throw new Refusal(40059, "invalid msg id")
            : FindJob(call);
        var index = call.Json.OptionalNumber("article_idx") ?? 0;
        if (index < 0 || index > job.Articles.Count)
        {
            throw new Refusal(40114, "invalid index value");
        }

        call.World.MassSends.Delete(job.MsgId, (int)index);
        return ApiAnswer.Ok();
    }

    private static ApiAnswer GetSpeed(ApiCall call) =>
        ApiAnswer.Json(new JsonObject { ["speed"] = call.World.MassSendSpeed, ["realspeed"] = SpeedOf(call.World.MassSendSpeed) });

    private static ApiAnswer SetSpeed(ApiCall call)
    {
        if (call.Json.OptionalNumber("speed") is not (>= 0 and <= 4 and var speed))
        {
            throw new Refusal(45083, "invalid speed");
        }

        call.World.MassSendSpeed = (int)speed;
        return ApiAnswer.Ok();
    }

    private static int SpeedOf(int level) => ((int[])[80, 60, 45, 30, 10])[level];

    private static MassSend FindJob(ApiCall call) =>
        // The documentation shows the number bare, clients send it in quotes: both are taken.
        (call.Json.Member("msg_id") switch
        {
            { ValueKind: JsonValueKind.Number } number when number.TryGetInt64(out var value) => value,
            { ValueKind: JsonValueKind.String } text
                when long.TryParse(text.GetString(), NumberStyles.None, CultureInfo.InvariantCulture, out var value) => value,
            _ => throw new Refusal(40059, "invalid msg id"),
        }) is var msgId && call.World.MassSends.Find(msgId) is { } job ? job : throw new Refusal(40059, "invalid msg id");

    private static string CheckMedia(ApiCall call, string mediaId) =>
        call.World.Materials.Find(mediaId)?.MediaId ?? throw Refusal.BadMediaId();

    private static string DigestOf(JsonElement body, string type, string range)
    {
        var content = body.Member(type == "image" && body.Member("images") is not null ? "images" : type)?.GetRawText();
        return Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes($"{range}\n{type}\n{content}")))[..LongestClientMsgId];
    }
}
