using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using PartyCms.Kernel.Data;
using PartyCms.Kernel.Security;
using PartyCms.Participation.Reports;

namespace PartyCms.Participation.Pages.Admin.Reports;

/// <summary>What readers reported, newest first.</summary>
[Authorize(KernelPermissions.Operate)]
internal sealed class IndexModel(CmsDbContext db, HandleReport handle) : PageModel
{
    private const int PageSize = 50;

    [BindProperty(SupportsGet = true)]
    public bool Handled { get; set; }

    public IReadOnlyList<PageReport> Reports { get; private set; } = [];

    public long? Next { get; private set; }

    public async Task OnGetAsync(long? before, CancellationToken cancellationToken)
    {
        var rows = await db.Set<PageReport>().AsNoTracking()
            .Where(report => (report.HandledUtc != null) == Handled && (before == null || report.Id < before))
            .OrderByDescending(report => report.Id).Take(PageSize + 1).ToListAsync(cancellationToken);
        Reports = rows.Count > PageSize ? rows[..PageSize] : rows;
        Next = rows.Count > PageSize ? Reports[^1].Id : null;
    }

    public async Task<IActionResult> OnPostAsync(long id, CancellationToken cancellationToken)
    {
        await handle.RunAsync(id, cancellationToken);
        return Redirect("/admin/reports");
    }
}
