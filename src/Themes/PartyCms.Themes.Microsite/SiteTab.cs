using Microsoft.AspNetCore.Http;

namespace PartyCms.Themes.Microsite;

/// <summary>One entry of the main navigation.</summary>
/// <param name="Href">Where it leads.</param>
/// <param name="Text">Two characters.</param>
/// <param name="Icon">Id in the sprite.</param>
/// <param name="Areas">First segments of the addresses it stands for.</param>
internal sealed record SiteTab(string Href, string Text, string Icon, params IReadOnlyList<string> Areas)
{
    private const string Board = "/leaderboard";

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

    /// <summary>Value of <c>aria-current</c> on a page, or null.</summary>
    public string? CurrentOn(PathString path) =>
        path == Href ? "page" : Areas.Any(area => path.StartsWithSegments(area, StringComparison.Ordinal)) ? "true" : null;
}
