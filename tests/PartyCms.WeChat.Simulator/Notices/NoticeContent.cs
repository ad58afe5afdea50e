using System.Text.Json;
using PartyCms.WeChat.Simulator.Chats;
using PartyCms.WeChat.Simulator.Followers;
using PartyCms.WeChat.Simulator.Wire;

namespace PartyCms.WeChat.Simulator.Notices;

/// <summary>Reads from a call whom a notice is for, and fills its form.</summary>
internal static class NoticeContent
{
    /// <summary>To whom a call goes, and by which form.</summary>
    public static (Follower Person, NoticeTemplate Template) Addressed(ApiCall call, IReadOnlyList<NoticeTemplate> templates)
    {
        var person = call.World.Followers.Require(call.Json.Text("touser", 40003, "invalid openid"));
        var templateId = call.Json.Text("template_id", 40037, "invalid template_id");
        var template = templates.FirstOrDefault(template => template.Id == templateId)
            ?? throw new Refusal(40037, "invalid template_id");
        return (person, template);
    }

    public static ChatMessage Read(ApiCall call, NoticeTemplate template, string source, bool isStrict)
    {
        var data = call.Json.Object("data");
        var rows = template.Rows.Select(row => (row.Name, Value(data, row.Key, isStrict))).ToList();
        return new ChatMessage(call.Now, IsFromAccount: true, "notice")
        {
            Source = source,
            Text = template.Title,
            Rows = rows,
            Url = call.Json.OptionalText("url") ?? call.Json.OptionalText("page") ?? "",
        };
    }

    private static string Value(JsonElement data, string key, bool isStrict)
    {
        var value = data.Member(key) is { ValueKind: JsonValueKind.Object } member ? member.OptionalText("value") : null;
        if (value is null && !isStrict)
        {
            return "";
        }

        return value is not null && (!isStrict || NoticeTemplate.Fits(key, value))
            ? value
            : throw new Refusal(47003, $"argument invalid! data.{key}.value invalid");
    }
}
