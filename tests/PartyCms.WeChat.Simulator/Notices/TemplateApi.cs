using System.Text.Json.Nodes;
using PartyCms.WeChat.Simulator.Accounts;
using PartyCms.WeChat.Simulator.Pushing;
using PartyCms.WeChat.Simulator.Wire;

namespace PartyCms.WeChat.Simulator.Notices;

/// <summary>Template messages (模板消息).</summary>
internal static class TemplateApi
{
    private static readonly TimeSpan SameIdRests = TimeSpan.FromMinutes(10);

    public static IEnumerable<ApiRoute> Routes => ((IEnumerable<ApiRoute>)
    [
        ApiRoute.Post("/cgi-bin/message/template/send", Send) with { DailyLimit = 100_000 },
        ApiRoute.Get("/cgi-bin/template/get_all_private_template", List),
        ApiRoute.Post("/cgi-bin/template/api_add_template", Add),
        ApiRoute.Post("/cgi-bin/template/del_private_template", Remove),
        ApiRoute.Get("/cgi-bin/template/get_industry", GetIndustry),
        ApiRoute.Post("/cgi-bin/template/api_set_industry", _ => ApiAnswer.Ok()),
    ]).Select(route => route with { Permission = Permission.VerifiedService });

    private static ApiAnswer Send(ApiCall call)
    {
        var (person, template) = NoticeContent.Addressed(call, call.World.Notices.Templates);
        if (!person.IsFollowing)
        {
            throw new Refusal(43004, "require subscribe");
        }

        var message = NoticeContent.Read(call, template, "template", isStrict: false);
        if (call.Json.OptionalText("client_msg_id") is { Length: > 0 } clientId
            && !call.World.TemplateIds.TryTake($"{person.OpenId} {clientId}", call.Now, SameIdRests))
        {
            throw new Refusal(45065, "clientmsgid exist");
        }

        var msgId = call.World.Ids.Number(200_163_000);
        if (!person.IsBlocked)
        {
            call.World.Chats.Add(person.OpenId, message);
        }

        call.World.Events.Queue(
            person.OpenId,
            "TEMPLATESENDJOBFINISH",
            new("MsgID", msgId),
            AccountEvents.Text("Status", person.IsBlocked ? "failed:user block" : "success"));
        return ApiAnswer.Ok(new JsonObject { ["msgid"] = msgId });
    }

    private static ApiAnswer List(ApiCall call) => ApiAnswer.Json(new JsonObject
    {
        ["template_list"] = new JsonArray([.. call.World.Notices.Templates.Select(template => new JsonObject
        {
            ["template_id"] = template.Id,
            ["title"] = template.Title,
            ["primary_industry"] = "",
            ["deputy_industry"] = "",
            ["content"] = template.Content,
            ["example"] = "",
        })]),
    });

    private static ApiAnswer Add(ApiCall call)
    {
        var shortId = call.Json.Text("template_id_short", 40037, "invalid template_id");
        var names = call.Json.Member("keyword_name_list") is null ? ["内容", "时间"] : call.Json.Texts("keyword_name_list");
        var template = new NoticeTemplate(
            SimulatedIds.Word(43), $"通知 {shortId}", [.. names.Select((name, index) => (name, $"keyword{index + 1}"))])
        {
            LibraryId = shortId,
        };
        call.World.Notices.AddTemplate(template);
        return ApiAnswer.Ok(new JsonObject { ["template_id"] = template.Id });
    }

    private static ApiAnswer Remove(ApiCall call) =>
        call.World.Notices.RemoveTemplate(call.Json.Text("template_id", 40037, "invalid template_id"))
            ? ApiAnswer.Ok()
            : throw new Refusal(40037, "invalid template_id");

    private static ApiAnswer GetIndustry(ApiCall call) => ApiAnswer.Json(new JsonObject
    {
        ["primary_industry"] = new JsonObject { ["first_class"] = "政府与公共事业", ["second_class"] = call.Account.IsPersonal ? "" : "公益|非盈利机构" },
        ["secondary_industry"] = new JsonObject { ["first_class"] = "教育", ["second_class"] = "培训" },
    });
}
