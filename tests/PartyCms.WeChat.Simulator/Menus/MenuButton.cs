using System.Text.Json.Nodes;

namespace PartyCms.WeChat.Simulator.Menus;

/// <summary>One button of a menu, or a button with others below it.</summary>
/// <param name="Name">What it says.</param>
/// <param name="Type">What a tap does, <c>click</c>, <c>view</c>, …; empty for one with others below it.</param>
public sealed record MenuButton(string Name, string Type)
{
    /// <summary>What the site is told after a tap.</summary>
    public string Key { get; init; } = "";

    /// <summary>Page that a tap opens.</summary>
    public string Url { get; init; } = "";

    /// <summary>Mini program that a tap opens.</summary>
    public string AppId { get; init; } = "";

    /// <summary>Page of the mini program.</summary>
    public string PagePath { get; init; } = "";

    /// <summary>Material that a tap sends.</summary>
    public string MediaId { get; init; } = "";

    /// <summary>Published article that a tap sends or opens.</summary>
    public string ArticleId { get; init; } = "";

    /// <summary>Buttons below it.</summary>
    public IReadOnlyList<MenuButton> Buttons { get; init; } = [];

    internal JsonObject ToJson()
    {
        var json = new JsonObject { ["name"] = Name };
        (string Name, string Value)[] members =
        [
            ("type", Type), ("key", Key), ("url", Url), ("appid", AppId), ("pagepath", PagePath),
            ("media_id", MediaId), ("article_id", ArticleId),
        ];
        foreach (var (name, value) in members.Where(member => member.Value.Length > 0))
        {
            json[name] = value;
        }

        json["sub_button"] = new JsonArray([.. Buttons.Select(button => button.ToJson())]);
        return json;
    }
}
