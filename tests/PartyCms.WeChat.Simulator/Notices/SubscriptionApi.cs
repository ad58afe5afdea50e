using System.Text.Json;
using System.Text.Json.Nodes;
using System.Xml.Linq;
using PartyCms.WeChat.Simulator.Accounts;
using PartyCms.WeChat.Simulator.Pushing;
using PartyCms.WeChat.Simulator.Wire;

namespace PartyCms.WeChat.Simulator.Notices;

/// <summary>Subscription notices (订阅通知): forms from WeChat's library, and sending to who has agreed.</summary>
internal static class SubscriptionApi
{
    private const int LongestScene = 15;

    // A little library: what a branch might choose from.
    private static readonly IReadOnlyList<(int Id, string Title, string[] Keywords)> Library =
    [
        (4001, "学习提醒", ["课程名称:thing", "学习时间:time", "温馨提示:thing"]),
        (4002, "活动开始提醒", ["活动名称:thing", "开始时间:time", "活动地点:thing"]),
        (4003, "缴费提醒", ["缴费项目:thing", "截止日期:date", "金额:amount"]),
    ];

    public static IEnumerable<ApiRoute> Routes => ((IEnumerable<ApiRoute>)
    [
        ApiRoute.Post("/cgi-bin/message/subscribe/bizsend", Send) with { DailyLimit = 100_000 },
        ApiRoute.Get("/wxaapi/newtmpl/getcategory", ListCategories),
        ApiRoute.Get("/wxaapi/newtmpl/getpubtemplatetitles", ListTitles),
        ApiRoute.Get("/wxaapi/newtmpl/getpubtemplatekeywords", ListKeywords),
        ApiRoute.Post("/wxaapi/newtmpl/addtemplate", Add),
        ApiRoute.Get("/wxaapi/newtmpl/gettemplate", List),
        ApiRoute.Post("/wxaapi/newtmpl/deltemplate", Remove),
    ]).Select(route => route with { Permission = Permission.VerifiedService });

    private static ApiAnswer Send(ApiCall call)
    {
        var (person, template) = NoticeContent.Addressed(call, call.World.Notices.Subscriptions);
        if (call.Json.OptionalText("page") is { Length: > 0 } page && !Uri.TryCreate(page, UriKind.Absolute, out _))
        {
            throw new Refusal(41030, "invalid page");
        }

        var message = NoticeContent.Read(call, template, "subscription", isStrict: true);
        if (!call.World.Notices.TryUseGrant(person.OpenId, template))
        {
            throw new Refusal(43101, "user refuse to accept the msg");
        }

        call.World.Chats.Add(person.OpenId, message);
        call.World.Events.Queue(person.OpenId, "subscribe_msg_sent_event", new XElement(
            "SubscribeMsgSentEvent",
            new XElement(
                "List",
                AccountEvents.Text("TemplateId", template.Id),
                new XElement("MsgID", call.World.Ids.Number(1_700_827_132_819_554_000)),
                new XElement("ErrorCode", 0),
                AccountEvents.Text("ErrorStatus", "success"))));
        return ApiAnswer.Ok();
    }

    private static ApiAnswer ListCategories(ApiCall call) => ApiAnswer.Ok(new JsonObject
    {
        ["data"] = new JsonArray(new JsonObject { ["id"] = 616, ["name"] = call.Account.IsPersonal ? "其他" : "政务民生" }),
    });

    private static ApiAnswer ListTitles(ApiCall call) => ApiAnswer.Ok(new JsonObject
    {
        ["count"] = Library.Count,
        ["data"] = new JsonArray([.. Library.Select(entry => new JsonObject
        {
            ["tid"] = entry.Id,
            ["title"] = entry.Title,
            ["type"] = 2,
            ["categoryId"] = call.Query("ids") is { Length: > 0 } ids ? ids : "616",
        })]),
    });

    private static ApiAnswer ListKeywords(ApiCall call)
    {
        var entry = Entry(call.Query("tid"));
        return ApiAnswer.Ok(new JsonObject
        {
            ["count"] = entry.Keywords.Length,
            ["data"] = new JsonArray([.. entry.Keywords.Select((keyword, index) => new JsonObject
            {
                ["kid"] = index + 1,
                ["name"] = keyword.Split(':')[0],
                ["rule"] = keyword.Split(':')[1],
                ["example"] = "",
            })]),
        });
    }

    private static ApiAnswer Add(ApiCall call)
    {
        var tid = call.Json.Member("tid")?.ToString() ?? "";
        var entry = Entry(tid);
        var chosen = call.Json.List("kidList", 200020, "invalid keyword id")
            .Select(kid => kid.ValueKind == JsonValueKind.Number && kid.TryGetInt32(out var number)
                    && number >= 1 && number <= entry.Keywords.Length
                ? entry.Keywords[number - 1] + number
                : throw new Refusal(200020, "invalid keyword id")).ToList();
        if (chosen.Count is < 2 or > 5)
        {
            throw new Refusal(200020, "invalid keyword id");
        }

        var scene = call.Json.OptionalText("sceneDesc") ?? "";
        if (scene.Length > LongestScene)
        {
            throw new Refusal(200021, "invalid sceneDesc");
        }

        var template = NoticeTemplate.Create(SimulatedIds.Word(43), entry.Title, chosen) with { LibraryId = tid, Scene = scene };
        call.World.Notices.AddSubscription(template);
        return ApiAnswer.Ok(new JsonObject { ["priTmplId"] = template.Id });
    }

    private static ApiAnswer List(ApiCall call) => ApiAnswer.Ok(new JsonObject
    {
        ["data"] = new JsonArray([.. call.World.Notices.Subscriptions.Select(template => new JsonObject
        {
            ["priTmplId"] = template.Id,
            ["title"] = template.Title,
            ["content"] = template.Content,
            ["example"] = "",
            ["type"] = template.Type,
        })]),
    });

    private static ApiAnswer Remove(ApiCall call) =>
        call.World.Notices.RemoveSubscription(call.Json.Text("priTmplId", 200014, "invalid template"))
            ? ApiAnswer.Ok()
            : throw new Refusal(200014, "invalid template");

    private static (int Id, string Title, string[] Keywords) Entry(string tid) =>
        Library.FirstOrDefault(entry => $"{entry.Id}" == tid) is { Title: not null } found
            ? found
            : throw new Refusal(200011, "invalid tid");
}
