using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using PartyCms.Kernel.Audit;
using PartyCms.Kernel.Data;
using PartyCms.Kernel.Security;
using PartyCms.Kernel.Time;

namespace PartyCms.Operations.Pages.Admin.Operations;

/// <summary>Who did what, newest first.</summary>
[Authorize(Policy = KernelPermissions.Operate)]
internal sealed class AuditModel(CmsDbContext db, SiteTime time) : PageModel
{
    private const int PageSize = 50;

    /// <summary>Beginnings of kinds that may be chosen, with their names.</summary>
    public static IReadOnlyList<(string Prefix, string Name)> Kinds { get; } =
    [
        ("content.", "内容"), ("account.", "账号"), ("members.", "党员名册"), ("organization.", "组织树"),
        ("media.", "图片与文件"), ("settings.", "设置"), ("disclosure.", "党务公开"), ("job.", "定时任务"), ("outbox.", "后台消息"),
    ];

    [BindProperty(SupportsGet = true)]
    public string? Kind { get; set; }

    [BindProperty(SupportsGet = true)]
    public string? Subject { get; set; }

    public IReadOnlyList<AuditEvent> Events { get; private set; } = [];

    public string? NextHref { get; private set; }

    public async Task OnGetAsync(long? before, CancellationToken cancellationToken)
    {
        var rows = db.Set<AuditEvent>().AsNoTracking();
        if (!string.IsNullOrWhiteSpace(Kind))
        {
            rows = rows.Where(row => row.Kind.StartsWith(Kind));
        }

        if (!string.IsNullOrWhiteSpace(Subject))
        {
            var wanted = Subject.Trim();
            rows = rows.Where(row => row.SubjectId == wanted || row.ActorName == wanted);
        }

        if (before is { } id)
        {
            rows = rows.Where(row => row.Id < id);
        }

        var page = await rows.OrderByDescending(row => row.Id).Take(PageSize + 1).ToListAsync(cancellationToken);
        Events = [.. page.Take(PageSize)];
        NextHref = page.Count > PageSize
            ? $"/admin/operations/audit?kind={Uri.EscapeDataString(Kind ?? "")}&subject={Uri.EscapeDataString(Subject ?? "")}&before={Events[^1].Id}"
            : null;
    }

    public string When(AuditEvent row) => time.FormatMinute(row.OccurredUtc);
}
