using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using PartyCms.Contents.Desk;
using PartyCms.Contents.Organizing;
using PartyCms.Contents.Organizing.Columns;
using PartyCms.Kernel.Content;
using PartyCms.Kernel.Data;
using PartyCms.Kernel.Security;
using PartyCms.Kernel.Time;

namespace PartyCms.Contents.Pages.Admin.Columns;

/// <summary>The columns of the types the caller writes, and which of them want something new.</summary>
[Authorize(Policy = OrganizingPermissions.SeeColumns)]
[ResponseCache(NoStore = true)]
internal sealed class IndexModel(
    ReadColumnStatus read, MoveColumn move, ContentAccess access, CmsDbContext db, Caller caller, SiteTime time) : PageModel
{
    private IReadOnlyList<ColumnStatus> _statuses = [];

    public IReadOnlyList<ContentType> Types { get; private set; } = [];

    public bool MayManage { get; private set; }

    public int Overdue => _statuses.Count(status => status.Freshness.State == FreshnessState.Overdue);

    public IEnumerable<ColumnStatus> Of(ContentType type) => _statuses.Where(status => status.Type == type);

    public string Ago(DateTimeOffset instant) => time.Ago(instant);

    public async Task<IActionResult> OnGetAsync(CancellationToken cancellationToken)
    {
        MayManage = caller.Can(OrganizingPermissions.Manage);
        _statuses = await read.RunAsync(cancellationToken);
        var types = await access.GetEditableTypesAsync(cancellationToken);
        if (types.Count == 0)
        {
            return NotFound();
        }

        Types = MayManage ? [.. types.Where(type => type.PathPrefix.Length > 0)] : [.. types.Where(type => Of(type).Any())];
        return Page();
    }

    public Task<IActionResult> OnPostUpAsync(Guid id, CancellationToken cancellationToken) => MoveAsync(id, up: true, cancellationToken);

    public Task<IActionResult> OnPostDownAsync(Guid id, CancellationToken cancellationToken) => MoveAsync(id, up: false, cancellationToken);

    private async Task<IActionResult> MoveAsync(Guid id, bool up, CancellationToken cancellationToken)
    {
        if (!caller.Can(OrganizingPermissions.Manage))
        {
            return Forbid();
        }

        if (await db.Set<ContentColumn>().AsNoTracking().SingleOrDefaultAsync(row => row.Id == id, cancellationToken) is not { } column)
        {
            return NotFound();
        }

        await move.RunAsync(column, up, cancellationToken);
        return RedirectToPage("Index");
    }
}
