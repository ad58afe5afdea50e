using System.Text.Json.Serialization;

namespace PartyCms.WeChat.Client.Menus;

/// <summary>The menus that were made by program.</summary>
internal sealed record AccountMenus
{
    public Menu? Menu { get; init; }

    /// <summary>Shown instead to the followers that they are meant for; the last that fits wins.</summary>
    [JsonPropertyName("conditionalmenu")]
    public IReadOnlyList<Menu> ConditionalMenus { get; init; } = [];
}

/// <summary>One menu.</summary>
internal sealed record Menu
{
    [JsonPropertyName("button")]
    public required IReadOnlyList<MenuButton> Buttons { get; init; }

    /// <summary>For whom it is; null for everybody.</summary>
    [JsonPropertyName("matchrule")]
    public MenuRule? Rule { get; init; }

    /// <summary>Given by WeChat.</summary>
    [JsonPropertyName("menuid")]
    [JsonConverter(typeof(TextOrNumber))]
    public string? MenuId { get; init; }
}

/// <summary>For whom a menu is. WeChat dropped its other rules: sex, place and language.</summary>
internal sealed record MenuRule
{
    [JsonConverter(typeof(TextOrNumber))]
    public string? TagId { get; init; }

    /// <summary>1 iOS, 2 Android, 3 other.</summary>
    [JsonConverter(typeof(TextOrNumber))]
    public string? ClientPlatformType { get; init; }
}

/// <summary>A menu by its id.</summary>
internal sealed record MenuReference([property: JsonPropertyName("menuid"), JsonConverter(typeof(TextOrNumber))] string MenuId);

/// <summary>Whose menu is asked for: an OpenId or a name chosen at WeChat.</summary>
internal sealed record MenuViewer(string UserId);

/// <summary>The menu that followers see now, also where it was made by hand.</summary>
internal sealed record CurrentMenu
{
    [JsonPropertyName("is_menu_open")]
    public int IsOpen { get; init; }

    [JsonPropertyName("selfmenu_info")]
    public CurrentButtons? Content { get; init; }
}

/// <summary>The row of buttons of a menu that may be made by hand.</summary>
internal sealed record CurrentButtons
{
    [JsonPropertyName("button")]
    public IReadOnlyList<CurrentButton> Buttons { get; init; } = [];
}

/// <summary>A button of a menu that may be made by hand; those know more types than can be set by program.</summary>
internal sealed record CurrentButton
{
    public string? Type { get; init; }

    public string Name { get; init; } = "";

    public string? Key { get; init; }

    public string? Url { get; init; }

    /// <summary>What a button made by hand answers: words, or the id of a file.</summary>
    public string? Value { get; init; }

    public string? MediaId { get; init; }

    public string? ArticleId { get; init; }

    [JsonPropertyName("appid")]
    public string? AppId { get; init; }

    [JsonPropertyName("pagepath")]
    public string? PagePath { get; init; }

    [JsonPropertyName("sub_button")]
    public CurrentSubButtons? SubButtons { get; init; }
}

/// <summary>The buttons above another.</summary>
internal sealed record CurrentSubButtons
{
    [JsonPropertyName("list")]
    public IReadOnlyList<CurrentButton> Buttons { get; init; } = [];
}
