using System.Text;
using System.Text.Json;
using PartyCms.WeChat.Simulator.Wire;

namespace PartyCms.WeChat.Simulator.Menus;

/// <summary>What a menu may hold: up to three buttons, each with up to five below it.</summary>
internal static class MenuRules
{
    private const int LongestName = 16;
    private const int LongestSubName = 60;
    private const int LongestKey = 128;
    private const int LongestUrl = 1024;
    private const int MostForeignHosts = 3;
    private const string OwnHost = "mp.weixin.qq.com";

    private static readonly string[] KeyTypes =
        ["click", "scancode_push", "scancode_waitmsg", "pic_sysphoto", "pic_photo_or_album", "pic_weixin", "location_select"];

    public static IReadOnlyList<MenuButton> Read(JsonElement body, SimulatedWeChat world)
    {
        var buttons = body.List("button", 40016, "invalid button size");
        Demand(buttons.Count is >= 1 and <= 3, 40016, "invalid button size");
        return [.. buttons.Select(button => ReadTop(button, world))];
    }

    /// <summary>A menu for some followers leads to three domains beside WeChat's own at the most.</summary>
    public static void DemandFewForeignHosts(IReadOnlyList<MenuButton> buttons) => Demand(
        buttons.SelectMany(top => (IEnumerable<MenuButton>)[top, .. top.Buttons]).Where(button => button.Url.Length > 0)
            .Select(button => new Uri(button.Url).Host).Where(host => host != OwnHost)
            .Distinct(StringComparer.OrdinalIgnoreCase).Count() <= MostForeignHosts,
        65316,
        "too many foreign domains");

    private static MenuButton ReadTop(JsonElement json, SimulatedWeChat world)
    {
        var name = Name(json, LongestName, 40018);
        if (json.Member("sub_button") is not { ValueKind: JsonValueKind.Array } below || below.GetArrayLength() == 0)
        {
            return ReadAction(json, name, world);
        }

        Demand(below.GetArrayLength() <= 5, 40023, "invalid sub button size");
        return new MenuButton(name, "")
        {
            Buttons = [.. below.EnumerateArray().Select(item => ReadAction(item, Name(item, LongestSubName, 40025), world))],
        };
    }

    private static MenuButton ReadAction(JsonElement json, string name, SimulatedWeChat world)
    {
        var type = json.Text("type", 40017, "invalid button type");
        var button = new MenuButton(name, type);
        switch (type)
        {
            case "view":
                return button with { Url = Url(json) };
            case "miniprogram":
                return button with
                {
                    Url = Url(json),
                    AppId = json.Text("appid", 40166, "invalid weapp appid"),
                    PagePath = json.Text("pagepath", 40167, "invalid weapp pagepath"),
                };
            case "media_id" or "view_limited":
                var media = json.Text("media_id", 40007, "invalid media_id");
                Demand(world.Materials.Find(media) is { ExpiresAt: null }, 40007, "invalid media_id");
                return button with { MediaId = media };
            case "article_id" or "article_view_limited":
                var article = json.Text("article_id", 53600, "invalid article id");
                Demand(world.Publications.Readable.Any(job => job.ArticleId == article), 53600, "invalid article id");
                return button with { ArticleId = article };
            default:
                Demand(KeyTypes.Contains(type), 40017, "invalid button type");
                var key = json.Text("key", 40019, "invalid button key size");
                Demand(Encoding.UTF8.GetByteCount(key) <= LongestKey, 40019, "invalid button key size");
                return button with { Key = key };
        }
    }

    private static string Name(JsonElement json, int longest, int code)
    {
        var name = json.Text("name", code, "invalid button name size");
        Demand(Encoding.UTF8.GetByteCount(name) <= longest, code, "invalid button name size");
        return name;
    }

    private static string Url(JsonElement json)
    {
        var url = json.Text("url", 40020, "invalid button url size");
        Demand(Encoding.UTF8.GetByteCount(url) <= LongestUrl, 40020, "invalid button url size");
        Demand(WebAddress.Is(url), 40055, "invalid button url domain");
        return url;
    }

    private static void Demand(bool holds, int code, string message)
    {
        if (!holds)
        {
            throw new Refusal(code, message);
        }
    }
}
