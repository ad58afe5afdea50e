using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc.RazorPages;
using PartyCms.Kernel.Settings;
using PartyCms.Kernel.Time;
using PartyCms.Kernel.Web;

namespace PartyCms.Web.Pages;

/// <summary>Home of the platform: the sections that the modules offer, in their order.</summary>
[AllowAnonymous]
[PublicPage]
internal sealed class IndexModel(IEnumerable<IMicrositeSection> sections, SiteSettings settings, SiteTime time) : PageModel
{
    private const string Weekdays = "日一二三四五六";

    public string SiteName { get; private set; } = "";

    public string Today { get; } = $"{SiteTime.Format(time.Today)} 星期{Weekdays[(int)time.Today.DayOfWeek]}";

    public MicrositePage Sections { get; private set; } = MicrositePage.Empty;

    public IReadOnlyList<Shortcut> Shortcuts { get; private set; } =
    [
        new("/news", "支部动态", "news"),
        new("/disclosures", "党务公开", "disclosure"),
        new("/lessons/today", "今日党课", "lesson"),
        new("/courses", "微课", "course"),
        new("/guides", "党务指南", "guide"),
        new("/notices", "通知公告", "notice"),
        new("/branches", "支部名录", "branches"),
    ];

    public async Task OnGetAsync(CancellationToken cancellationToken)
    {
        HttpContext.TagPublicPage(PublicTags.Home);
        SiteName = await settings.GetAsync(SiteSettings.SiteName, cancellationToken) ?? "网络支部";
        if (await settings.IsBoardOpenAsync(cancellationToken))
        {
            Shortcuts = [.. Shortcuts, new("/leaderboard", "学习榜", "board")];
        }

        Sections = await MicrositePage.ReadAsync(sections, null, cancellationToken);
    }

    internal sealed record Shortcut(string Href, string Text, string Icon);
}
