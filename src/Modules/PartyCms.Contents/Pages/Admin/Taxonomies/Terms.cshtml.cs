using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using PartyCms.Contents.Editing;
using PartyCms.Contents.Organizing.Outlines;
using PartyCms.Contents.Organizing.Taxonomies;
using PartyCms.Kernel.Content;
using PartyCms.Kernel.Content.Definitions;
using PartyCms.Kernel.Data;
using PartyCms.Kernel.Security;
using PartyCms.Kernel.Web;

namespace PartyCms.Contents.Pages.Admin.Taxonomies;

/// <summary>
/// The tree of one taxonomy as an outline. The buttons beside a line rearrange the form, nothing is stored until it is
/// saved; so it works on a phone, without dragging and without a script.
/// </summary>
[Authorize(Policy = KernelPermissions.EnterAdministration)]
[ResponseCache(NoStore = true)]
internal sealed class TermsModel(FindEditedItem find, SaveTree save, CmsDbContext db) : PageModel
{
    private Dictionary<string, int> _uses = [];

    [BindProperty(SupportsGet = true)]
    public string Id { get; set; } = "";

    [BindProperty]
    public int Revision { get; set; }

    [BindProperty]
    public List<TermRow> Rows { get; set; } = [];

    [BindProperty]
    public string? NewName { get; set; }

    public EditedItem Item { get; private set; } = null!;

    public string Title => Item.Latest.DisplayText ?? "";

    public string? Problem { get; private set; }

    public bool IsChanged { get; private set; }

    /// <summary>Published items that bear a term which the form no longer holds.</summary>
    public int Removed => _uses.Where(use => Rows.TrueForAll(row => row.Id != use.Key)).Sum(use => use.Value);

    public int UsesOf(string termId) => _uses.GetValueOrDefault(termId);

    public async Task<IActionResult> OnGetAsync(CancellationToken cancellationToken)
    {
        if (!await LoadAsync(cancellationToken))
        {
            return NotFound();
        }

        Revision = Item.Latest.Revision;
        Rows = TermForm.Read(Item.Latest.Parts);
        return Page();
    }

    public async Task<IActionResult> OnPostAsync([FromForm] string? act, CancellationToken cancellationToken)
    {
        if (!await LoadAsync(cancellationToken))
        {
            return NotFound();
        }

        Outline.Straighten(Rows);
        if (OutlineAct.TryRun(Rows, act) || act == "add")
        {
            AddNew();
            return ShowChanged();
        }

        AddNew();
        if (Rows.Exists(row => string.IsNullOrWhiteSpace(row.Name)))
        {
            return Refuse(StatusCodes.Status422UnprocessableEntity, "有的分类项还没有名称。");
        }

        return await StoreAsync(cancellationToken);
    }

    private void AddNew()
    {
        if (!string.IsNullOrWhiteSpace(NewName))
        {
            Rows.Add(new TermRow { Id = ContentIds.New(), Name = NewName.Trim() });
        }

        NewName = null;
    }

    private async Task<IActionResult> StoreAsync(CancellationToken cancellationToken)
    {
        var parts = Item.Latest.Parts.DeepClone().AsObject();
        TermForm.Write(parts, Item.Id, Rows);
        var outcome = await save.RunAsync(Item, parts, Revision, cancellationToken);
        if (!outcome.IsDone)
        {
            return outcome.Verdict == ContentVerdict.Invalid
                ? Refuse(StatusCodes.Status422UnprocessableEntity, outcome.Problems[0].Message)
                : Refuse(StatusCodes.Status409Conflict, "别人刚刚改过这个分类，您的修改还没有保存。请另开一页看看改了什么，再回来保存。");
        }

        TempData.Toast("已保存分类。");
        return Redirect("/admin/taxonomies/" + Item.Id);
    }

    private PageResult ShowChanged()
    {
        // The form shows the lines in their new places, not what stood there when the button was pressed.
        ModelState.Clear();
        IsChanged = true;
        return Page();
    }

    private PageResult Refuse(int status, string problem)
    {
        Response.StatusCode = status;
        Problem = problem;
        if (status == StatusCodes.Status409Conflict)
        {
            Revision = Item.Latest.Revision;
        }

        return ShowChanged();
    }

    private async Task<bool> LoadAsync(CancellationToken cancellationToken)
    {
        if (await find.RunAsync(Id, cancellationToken) is not { } item || !item.Type.Definition!.Has(StandardParts.Taxonomy))
        {
            return false;
        }

        Item = item;
        var terms = ItemTree.Terms.Read(item.Latest.Parts).Select(term => term.Item.Text("ContentItemId") ?? "").ToList();
        _uses = await db.Set<ContentTermUse>().Where(use => terms.Contains(use.TermId)).GroupBy(use => use.TermId)
            .Select(group => new { group.Key, Count = group.Count() })
            .ToDictionaryAsync(group => group.Key, group => group.Count, cancellationToken);
        return true;
    }
}
