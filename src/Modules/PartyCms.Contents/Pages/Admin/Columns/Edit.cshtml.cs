using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using PartyCms.Contents.Organizing;
using PartyCms.Contents.Organizing.Columns;
using PartyCms.Kernel.Content;
using PartyCms.Kernel.Content.Definitions;
using PartyCms.Kernel.Data;
using PartyCms.Kernel.Web;
using PartyCms.Organization.Contracts;

namespace PartyCms.Contents.Pages.Admin.Columns;

/// <summary>Adds a column, changes one, or stops managing it.</summary>
[Authorize(Policy = OrganizingPermissions.Manage)]
[ResponseCache(NoStore = true)]
internal sealed class EditModel(
    CmsDbContext db, ContentDefinitions definitions, BranchDirectory units, SaveColumn save, DeleteColumn delete) : PageModel
{
    [BindProperty]
    public ColumnForm Form { get; set; } = new();

    [BindProperty(Name = "type", SupportsGet = true)]
    public string? TypeName { get; set; }

    public ContentColumn? Column { get; private set; }

    public ContentType ContentType { get; private set; } = null!;

    public IReadOnlyList<BranchInfo> Units { get; private set; } = [];

    /// <summary>Published items in the column.</summary>
    public int Items { get; private set; }

    public async Task<IActionResult> OnGetAsync(Guid? id, CancellationToken cancellationToken)
    {
        if (!await LoadAsync(id, cancellationToken))
        {
            return NotFound();
        }

        Form = Column is null ? new ColumnForm() : ColumnForm.Of(Column);
        return Page();
    }

    public async Task<IActionResult> OnPostAsync(Guid? id, CancellationToken cancellationToken)
    {
        if (!await LoadAsync(id, cancellationToken))
        {
            return NotFound();
        }

        if (ModelState.IsValid)
        {
            foreach (var (field, message) in await save.RunAsync(ContentType, Column, Form, cancellationToken))
            {
                ModelState.AddModelError(field, message);
            }
        }

        if (!ModelState.IsValid)
        {
            Response.StatusCode = StatusCodes.Status422UnprocessableEntity;
            return Page();
        }

        TempData.Toast($"已保存栏目“{Form.Name.Trim()}”。");
        return RedirectToPage("Index");
    }

    public async Task<IActionResult> OnPostDeleteAsync(Guid? id, CancellationToken cancellationToken)
    {
        if (!await LoadAsync(id, cancellationToken) || Column is null)
        {
            return NotFound();
        }

        await delete.RunAsync(Column, cancellationToken);
        TempData.Toast($"已删除栏目“{Column.Name}”。");
        return RedirectToPage("Index");
    }

    private async Task<bool> LoadAsync(Guid? id, CancellationToken cancellationToken)
    {
        if (id is { } known)
        {
            Column = await db.Set<ContentColumn>().SingleOrDefaultAsync(column => column.Id == known, cancellationToken);
            TypeName = Column?.ContentType;
        }

        if ((id is not null && Column is null) || definitions.FindType(TypeName ?? "") is not { PathPrefix.Length: > 0 } type)
        {
            return false;
        }

        ContentType = type;
        Units = await units.ListAsync(cancellationToken);
        var name = Column?.Name;
        Items = name is null ? 0 : await db.Set<ContentSummary>()
            .CountAsync(row => row.ContentType == type.Name && row.Column == name, cancellationToken);
        return true;
    }
}
