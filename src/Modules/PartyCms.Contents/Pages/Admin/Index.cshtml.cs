using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using PartyCms.Contents.Desk;
using PartyCms.Kernel.Content;
using PartyCms.Kernel.Content.Definitions;
using PartyCms.Kernel.Modularity;
using PartyCms.Kernel.Security;
using PartyCms.Kernel.Time;
using PartyCms.Kernel.Web;

namespace PartyCms.Contents.Pages.Admin;

/// <summary>The desk: what to write, what is unfinished, what was published this week.</summary>
[ResponseCache(NoStore = true)]
internal sealed class IndexModel(ReadDeskOverview overview, ContentDefinitions definitions, ModuleCatalogue modules, Caller caller, SiteTime time) : PageModel
{
    private static readonly string[] Weekdays = ["日", "一", "二", "三", "四", "五", "六"];

    public DeskOverview Desk { get; private set; } = new() { Types = [] };

    /// <summary>The caller's menu, as tiles.</summary>
    public IReadOnlyList<AdminMenuItem> Links { get; private set; } = [];

    public string Today { get; private set; } = "";

    public static string WriteText(ContentType type) => "写" + (type.DisplayName.StartsWith("支部", StringComparison.Ordinal)
        ? type.DisplayName[2..]
        : type.DisplayName);

    public string NameOf(string contentType) => definitions.Types[contentType].DisplayName;

    public string Ago(DateTimeOffset? instant) => time.Ago(instant);

    public async Task OnGetAsync(CancellationToken cancellationToken)
    {
        Desk = await overview.RunAsync(cancellationToken);
        Links = [.. modules.Modules.SelectMany(module => module.AdminMenu)
            .Where(item => caller.Can(item.Permission)).OrderBy(item => item.Position)];
        Today = $"{SiteTime.Format(time.Today)} 星期{Weekdays[(int)time.Today.DayOfWeek]}";
    }
}
