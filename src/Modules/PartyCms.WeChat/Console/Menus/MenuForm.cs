using PartyCms.WeChat.Client.Menus;

namespace PartyCms.WeChat.Console.Menus;

/// <summary>A menu as it is typed: places for all buttons that fit, those without a name are not used.</summary>
internal sealed class MenuForm
{
    public List<ButtonForm> Buttons { get; set; } = [];

    public static MenuForm Of(IReadOnlyList<MenuButton> buttons) => new()
    {
        Buttons = [.. Places(buttons, MenuButton.MostButtons).Select(button => ButtonForm.Of(button, withPlacesBelow: true))],
    };

    /// <summary>The buttons that have a name.</summary>
    public IReadOnlyList<MenuButton> Read() => [.. Buttons.Select(button => button.Read()).OfType<MenuButton>()];

    internal static IEnumerable<MenuButton?> Places(IReadOnlyList<MenuButton> buttons, int count) =>
        Enumerable.Range(0, Math.Max(count, buttons.Count)).Select(place => buttons.ElementAtOrDefault(place));
}

/// <summary>One button as it is typed.</summary>
internal sealed class ButtonForm
{
    public string? Name { get; set; }

    public string? Type { get; set; }

    /// <summary>What the type needs: an address, words or an id.</summary>
    public string? Target { get; set; }

    public string? AppId { get; set; }

    public string? PagePath { get; set; }

    public List<ButtonForm> Below { get; set; } = [];

    public bool IsUsed => !string.IsNullOrWhiteSpace(Name);

    public bool HasBelow => Below.Any(button => button.IsUsed);

    public static ButtonForm Of(MenuButton? button, bool withPlacesBelow) => new()
    {
        Name = button?.Name,
        Type = button?.Type ?? "view",
        Target = button?.Url ?? button?.Key ?? button?.ArticleId ?? button?.MediaId,
        AppId = button?.AppId,
        PagePath = button?.PagePath,
        Below = withPlacesBelow
            ? [.. MenuForm.Places(button?.SubButtons ?? [], MenuButton.MostSubButtons).Select(sub => Of(sub, withPlacesBelow: false))]
            : [],
    };

    public MenuButton? Read()
    {
        if (!IsUsed)
        {
            return null;
        }

        var name = Name!.Trim();
        var below = Below.Select(button => button.Read()).OfType<MenuButton>().ToList();
        return below.Count > 0 ? new MenuButton { Name = name, SubButtons = below } : ReadAction(name);
    }

    private MenuButton ReadAction(string name)
    {
        var target = string.IsNullOrWhiteSpace(Target) ? null : Target.Trim();
        var button = new MenuButton { Name = name, Type = Type };
        return ButtonType.Find(Type)?.Target switch
        {
            ButtonTarget.Key => button with { Key = target },
            ButtonTarget.Article => button with { ArticleId = target },
            ButtonTarget.Media => button with { MediaId = target },
            ButtonTarget.Address when Type == "miniprogram" =>
                button with { Url = target, AppId = AppId?.Trim(), PagePath = PagePath?.Trim() },
            ButtonTarget.Address => button with { Url = target },
            _ => button,
        };
    }
}
