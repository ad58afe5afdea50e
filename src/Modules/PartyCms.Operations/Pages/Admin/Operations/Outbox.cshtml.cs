using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using PartyCms.Kernel.Audit;
using PartyCms.Kernel.Data;
using PartyCms.Kernel.Outbox;
using PartyCms.Kernel.Security;
using PartyCms.Kernel.Time;
using PartyCms.Kernel.Web;

namespace PartyCms.Operations.Pages.Admin.Operations;

/// <summary>Events that wait for delivery, those that failed first.</summary>
[Authorize(Policy = KernelPermissions.Operate)]
internal sealed class OutboxModel(CmsDbContext db, OutboxWriter outbox, AuditLog audit, SiteTime time) : PageModel
{
    private const int PageSize = 100;

    public IReadOnlyList<OutboxMessage> Messages { get; private set; } = [];

    public int Waiting { get; private set; }

    public int Failed { get; private set; }

    public async Task OnGetAsync(CancellationToken cancellationToken)
    {
        var open = db.Set<OutboxMessage>().AsNoTracking().Where(message => message.DoneUtc == null);
        Waiting = await open.CountAsync(cancellationToken);
        Failed = await open.CountAsync(message => message.LastError != null, cancellationToken);
        Messages = await open.OrderByDescending(message => message.LastError != null).ThenByDescending(message => message.Attempts)
            .ThenBy(message => message.Id).Take(PageSize).ToListAsync(cancellationToken);
    }

    public async Task<IActionResult> OnPostRetryAsync(long id, CancellationToken cancellationToken)
    {
        var now = time.Now;
        var changed = await db.Set<OutboxMessage>().Where(message => message.Id == id && message.DoneUtc == null)
            .ExecuteUpdateAsync(set => set.SetProperty(message => message.NotBeforeUtc, now), cancellationToken);
        if (changed == 0)
        {
            TempData.Toast("这条消息已经送达。");
            return RedirectToPage();
        }

        audit.Add("outbox.retried", null, "#" + id);
        await db.SaveChangesAsync(cancellationToken);
        outbox.Wake();
        TempData.Toast("正在重试，请稍后刷新。");
        return RedirectToPage();
    }

    public string When(DateTimeOffset instant) => time.FormatMinute(instant);
}
