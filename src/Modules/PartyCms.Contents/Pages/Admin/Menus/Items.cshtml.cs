using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using PartyCms.Contents.Editing;
using PartyCms.Contents.Organizing;
using PartyCms.Contents.Organizing.Menus;
using PartyCms.Contents.Organizing.Outlines;
using PartyCms.Kernel.Content;
using PartyCms.Kernel.Content.Definitions;
using PartyCms.Kernel.Security;
using PartyCms.Kernel.Web;

namespace PartyCms.Contents.Pages.Admin.Menus;

/// <summary>The entries of one menu as an outline; nothing is stored until it is saved.</summary>
[Authorize(Policy = KernelPermissions.EnterAdministration)]
[ResponseCache(NoStore = true)]
internal sealed class ItemsModel(FindEditedItem find, SaveTree save, MenuTargets targets) : PageModel
{
    private const string AddItem = "item:";

    private IReadOnlyDictionary<string, MenuChoice> _targets = new Dictionary<string, MenuChoice>();

    private bool _isChecked;

    [BindProperty(SupportsGet = true)]
    public string Id { get; set; } = "";

    [BindProperty]
    public int Revision { get; set; }

    [BindProperty]
    public List<MenuRow> Rows { get; set; } = [];

    [BindProperty]
    public string? NewName { get; set; }

    [BindProperty]
    public string? NewUrl { get; set; }

    [BindProperty]
    public string? Search { get; set; }

    public EditedItem Item { get; private set; } = null!;

    public string Title => Item.Latest.DisplayText ?? "";

    public string? Problem { get; private set; }

    public bool IsChanged { get; private set; }

    /// <summary>What was found for a new entry; null where nothing was looked for.</summary>
    public IReadOnlyList<MenuChoice>? Found { get; private set; }

    public MenuChoice? TargetOf(MenuRow row) => _targets.GetValueOrDefault(row.Target ?? "");

    public string? FaultOf(int place) => _isChecked ? MenuForm.Check(Rows[place]) : null;

    public async Task<IActionResult> OnGetAsync(CancellationToken cancellationToken)
    {
        if (!await LoadAsync(cancellationToken))
        {
            return NotFound();
        }

        Revision = Item.Latest.Revision;
        Rows = MenuForm.Read(Item.Latest.Parts);
        return await ShowAsync(cancellationToken);
    }

    public async Task<IActionResult> OnPostAsync([FromForm] string? act, CancellationToken cancellationToken)
    {
        if (!await LoadAsync(cancellationToken))
        {
            return NotFound();
        }

        Outline.Straighten(Rows);
        if (act == "search")
        {
            Found = string.IsNullOrWhiteSpace(Search) ? [] : await targets.SearchAsync(Search.Trim(), cancellationToken);
            return await ShowChangedAsync(cancellationToken);
        }

        if (act?.StartsWith(AddItem, StringComparison.Ordinal) == true)
        {
            await AddItemAsync(act[AddItem.Length..], cancellationToken);
            return await ShowChangedAsync(cancellationToken);
        }

        AddLink();
        return OutlineAct.TryRun(Rows, act) || act == "add"
            ? await ShowChangedAsync(cancellationToken)
            : await StoreAsync(cancellationToken);
    }

    private void AddLink()
    {
        if (!string.IsNullOrWhiteSpace(NewName) || !string.IsNullOrWhiteSpace(NewUrl))
        {
            Rows.Add(new MenuRow
            {
                Id = ContentIds.New(), Kind = StandardTypes.LinkMenuItem, Name = NewName?.Trim(), Url = NewUrl?.Trim(),
            });
        }

        (NewName, NewUrl) = (null, null);
    }

    private async Task AddItemAsync(string id, CancellationToken cancellationToken)
    {
        if ((await targets.FindAsync([id], cancellationToken)).GetValueOrDefault(id) is { } chosen)
        {
            Rows.Add(new MenuRow
            {
                Id = ContentIds.New(), Kind = StandardTypes.ContentMenuItem, Target = id,
                Name = string.IsNullOrWhiteSpace(NewName) ? chosen.Title : NewName.Trim(),
            });
            (NewName, Search) = (null, null);
        }
    }

    private async Task<IActionResult> StoreAsync(CancellationToken cancellationToken)
    {
        _isChecked = true;
        if (Rows.Count > MenuForm.Most || Rows.Exists(row => MenuForm.Check(row) is not null))
        {
            return await RefuseAsync(
                StatusCodes.Status422UnprocessableEntity,
                Rows.Count > MenuForm.Most ? $"一个菜单最多 {MenuForm.Most} 项。" : "有几处要改，见下面标红的地方。", cancellationToken);
        }

        var parts = Item.Latest.Parts.DeepClone().AsObject();
        MenuForm.Write(parts, Rows);
        var outcome = await save.RunAsync(Item, parts, Revision, cancellationToken);
        if (!outcome.IsDone)
        {
            return outcome.Verdict == ContentVerdict.Invalid
                ? await RefuseAsync(StatusCodes.Status422UnprocessableEntity, outcome.Problems[0].Message, cancellationToken)
                : await RefuseAsync(
                    StatusCodes.Status409Conflict,
                    "别人刚刚改过这个菜单，您的修改还没有保存。请另开一页看看改了什么，再回来保存。", cancellationToken);
        }

        TempData.Toast("已保存菜单。", "/");
        return Redirect("/admin/menus/" + Item.Id);
    }

    private Task<PageResult> RefuseAsync(int status, string problem, CancellationToken cancellationToken)
    {
        Response.StatusCode = status;
        Problem = problem;
        if (status == StatusCodes.Status409Conflict)
        {
            Revision = Item.Latest.Revision;
        }

        return ShowChangedAsync(cancellationToken);
    }

    private Task<PageResult> ShowChangedAsync(CancellationToken cancellationToken)
    {
        // The form shows the lines in their new places, not what stood there when the button was pressed.
        ModelState.Clear();
        IsChanged = true;
        return ShowAsync(cancellationToken);
    }

    private async Task<PageResult> ShowAsync(CancellationToken cancellationToken)
    {
        _targets = await targets.FindAsync([.. Rows.Select(row => row.Target ?? "").Where(id => id.Length > 0)], cancellationToken);
        return Page();
    }

    private async Task<bool> LoadAsync(CancellationToken cancellationToken)
    {
        if (await find.RunAsync(Id, cancellationToken) is not { } item || !item.Type.Definition!.Has(StandardParts.MenuItems))
        {
            return false;
        }

        Item = item;
        return true;
    }
}
