using Microsoft.AspNetCore.Http;
using PartyCms.Kernel.Web;

namespace PartyCms.Themes.Microsite;

/// <summary>One entry of the main navigation.</summary>
/// <param name="Href">Where it leads.</param>
/// <param name="Text">Two characters.</param>
/// <param name="Icon">Id in the sprite.</param>
/// <param name="Areas">First segments of the addresses it stands for.</param>
internal sealed record SiteTab(string Href, string Text, string Icon, params IReadOnlyList<string> Areas)
{
    /// <summary>Alias of the menu that takes the place of the tabs.</summary>
    public const string MenuAlias = "main-menu";

    /// <summary>Id of the whole menu at the foot of the page, where the last tab leads if there are more entries than places.</summary>
    public const string MenuId = "site-menu";

    private const string Board = "/leaderboard";

    private const int Places = 5;

    private static readonly (string Area, string Icon)[] Icons =
    [
        ("/disclosures", "disclosure"), ("/lessons", "lesson"), ("/courses", "course"), (Board, "board"), ("/me", "me"), ("/account", "me"),
        ("/news", "news"), ("/guides", "guide"), ("/notices", "notice"), ("/branches", "branches"), ("/b", "branches"), ("/search", "search"),
    ];

    private static readonly IReadOnlyList<SiteTab> All =
    [
        new("/", "首页", "home"),
        new("/disclosures", "公开", "disclosure", "/disclosures"),
        new("/lessons/today", "党课", "lesson", "/lessons", "/courses"),
        new(Board, "榜单", "board", Board),
        new("/me", "我的", "me", "/me", "/account"),
    ];

    /// <summary>The tabs in their order; a site without a learning board has no tab for it.</summary>
    public static IEnumerable<SiteTab> Shown(bool hasBoard) => All.Where(tab => hasBoard || tab.Href != Board);

    /// <summary>The tabs of a menu that people made: as many as there are places, the last for the rest.</summary>
    public static IEnumerable<SiteTab> Of(IReadOnlyList<MenuEntry> menu)
    {
        var shown = menu.Where(entry => entry.Text.Length > 0).ToList();
        var isWhole = shown.Count <= Places && shown.TrueForAll(entry => entry.Below.Count == 0) && shown.Count == menu.Count;
        var tabs = shown.Take(isWhole ? Places : Places - 1).Select(Of);
        return isWhole ? tabs : tabs.Append(new SiteTab("#" + MenuId, "更多", "more"));
    }

    // A heading without an address leads to what stands below it in the whole menu.
    private static SiteTab Of(MenuEntry entry)
    {
        var href = entry.Href ?? "#" + MenuId;
        var end = href.AsSpan().IndexOfAny('?', '#');
        var path = end < 0 ? href : href[..end];
        var isHome = path is "/";
        var known = Icons.FirstOrDefault(icon => new PathString(path.StartsWith('/') ? path : null).StartsWithSegments(icon.Area));
        return new SiteTab(href, entry.Text, isHome ? "home" : known.Icon ?? "page", path.StartsWith('/') && !isHome ? [path] : []);
    }

    /// <summary>Value of <c>aria-current</c> on a page, or null.</summary>
    public string? CurrentOn(PathString path) =>
        Href.StartsWith('/') && path == Href ? "page" : Areas.Any(area => path.StartsWithSegments(area, StringComparison.Ordinal)) ? "true" : null;
}
