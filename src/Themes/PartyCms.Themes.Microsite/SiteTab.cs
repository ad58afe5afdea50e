using Microsoft.AspNetCore.Http;

namespace PartyCms.Themes.Microsite;

/// <summary>One entry of the main navigation.</summary>
/// <param name="Href">Where it leads.</param>
/// <param name="Text">Two characters.</param>
/// <param name="Icon">Id in the sprite.</param>
/// <param name="Areas">First segments of the addresses it stands for.</param>
internal sealed record SiteTab(string Href, string Text, string Icon, params IReadOnlyList<string> Areas)
{
    public static IReadOnlyList<SiteTab> All { get; } =
    [
        new("/", "首页", "home"),
        new("/disclosures", "公开", "disclosure", "/disclosures"),
        new("/lessons/today", "党课", "lesson", "/lessons", "/courses"),
        new("/leaderboard", "榜单", "board", "/leaderboard"),
        new("/me", "我的", "me", "/me", "/account"),
    ];

    /// <summary>Value of <c>aria-current</c> on a page, or null.</summary>
    public string? CurrentOn(PathString path) =>
        path == Href ? "page" : Areas.Any(area => path.StartsWithSegments(area, StringComparison.Ordinal)) ? "true" : null;
}
