using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using PartyCms.Contents.Organizing;
using PartyCms.Contents.Organizing.Menus;
using PartyCms.Kernel.Content;
using PartyCms.Kernel.Content.Definitions;
using PartyCms.Kernel.Security;

namespace PartyCms.Contents.Pages.Admin.Menus;

/// <summary>The menus the caller may change.</summary>
[Authorize(Policy = KernelPermissions.EditContent)]
[ResponseCache(NoStore = true)]
internal sealed class IndexModel(ContentDefinitions definitions, ContentAccess access, AddMenu add) : PageModel
{
    private const int LongestName = 100;

    private const int Most = 200;

    [BindProperty]
    public string? Name { get; set; }

    [BindProperty]
    public string? Alias { get; set; }

    public bool MayAdd { get; private set; }

    public IReadOnlyList<Row> Rows { get; private set; } = [];

    public Task OnGetAsync(CancellationToken cancellationToken) => LoadAsync(cancellationToken);

    public async Task<IActionResult> OnPostAsync(CancellationToken cancellationToken)
    {
        var name = Name?.Trim() ?? "";
        if (name.Length is 0 or > LongestName)
        {
            ModelState.AddModelError(nameof(Name), $"请写菜单的名称，最多 {LongestName} 个字。");
        }
        else if (await add.RunAsync(name, Alias, cancellationToken) is not { } outcome)
        {
            return Forbid();
        }
        else if (outcome.IsDone)
        {
            return Redirect("/admin/menus/" + outcome.Item.ContentItemId);
        }
        else
        {
            ModelState.AddModelError(nameof(Alias), outcome.Problems is [var problem, ..] ? problem.Message : "没有加上，请再试一次。");
        }

        Response.StatusCode = StatusCodes.Status422UnprocessableEntity;
        await LoadAsync(cancellationToken);
        return Page();
    }

    private async Task LoadAsync(CancellationToken cancellationToken)
    {
        MayAdd = await access.CanPublishAsync(StandardTypes.Menu, null, cancellationToken);
        var rows = new List<Row>();
        foreach (var type in definitions.Types.Values.Where(IsMenu))
        {
            rows.AddRange(await (await access.EditableAsync(type, cancellationToken)).AsNoTracking().OrderBy(item => item.DisplayText)
                .Take(Most).Select(item => new Row(item.ContentItemId, item.DisplayText ?? "", item.Alias)).ToListAsync(cancellationToken));
        }

        Rows = rows;
    }

    // Entries hold others too, but are no menus.
    private static bool IsMenu(ContentType type) =>
        type.Definition!.Has(StandardParts.MenuItems) && type.Definition.Stereotype.Length == 0;

    /// <summary>One menu.</summary>
    internal sealed record Row(string Id, string Title, string? Alias);
}
