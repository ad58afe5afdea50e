using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using PartyCms.Kernel.Audit;
using PartyCms.Kernel.Data;
using PartyCms.Kernel.Jobs;
using PartyCms.Kernel.Security;
using PartyCms.Kernel.Time;
using PartyCms.Kernel.Web;

namespace PartyCms.Operations.Pages.Admin.Operations;

/// <summary>Jobs that come round by the clock: how the last run went, when the next is, and a run now.</summary>
[Authorize(Policy = KernelPermissions.Operate)]
internal sealed class JobsModel(IEnumerable<IScheduledJob> jobs, CmsDbContext db, AuditLog audit, SiteTime time) : PageModel
{
    public IReadOnlyList<Row> Rows { get; private set; } = [];

    public async Task OnGetAsync(CancellationToken cancellationToken)
    {
        var states = await db.Set<JobState>().AsNoTracking().ToDictionaryAsync(
            state => state.Name, StringComparer.Ordinal, cancellationToken);
        Rows = [.. jobs.OrderBy(job => job.Name, StringComparer.Ordinal)
            .Select(job => new Row(job.Name, job.DisplayName, states.GetValueOrDefault(job.Name)))];
    }

    public async Task<IActionResult> OnPostRunAsync(string name, CancellationToken cancellationToken)
    {
        if (await db.Set<JobState>().SingleOrDefaultAsync(state => state.Name == name, cancellationToken) is not { } state)
        {
            return NotFound();
        }

        if (state.IsRunningAt(time.Now))
        {
            TempData.Toast("它正在运行，请稍后再看。");
            return RedirectToPage();
        }

        state.NextRunUtc = time.Now;
        audit.Add("job.asked-to-run", null, name);
        await db.SaveChangesAsync(cancellationToken);
        TempData.Toast("已安排，15 秒内开始。");
        return RedirectToPage();
    }

    public string When(DateTimeOffset? instant) => instant is { } known ? time.FormatMinute(known) : "还没有";

    public bool IsRunning(JobState state) => state.IsRunningAt(time.Now);

    internal sealed record Row(string Name, string DisplayName, JobState? State);
}
