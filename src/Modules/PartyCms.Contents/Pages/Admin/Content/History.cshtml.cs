using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using PartyCms.Contents.Editing;
using PartyCms.Contents.History;
using PartyCms.Kernel.Content;
using PartyCms.Kernel.Web;

namespace PartyCms.Contents.Pages.Admin.Content;

/// <summary>Versions of an item, newest first, each to be looked at, compared and restored.</summary>
[ResponseCache(NoStore = true)]
internal sealed class HistoryModel(
    FindEditedItem find, VersionHistory history, ItemEvents events, FindVersion versions, RestoreVersion restore) : PageModel
{
    [BindProperty(SupportsGet = true)]
    public string Id { get; set; } = "";

    public EditedItem Item { get; private set; } = null!;

    public IReadOnlyList<VersionRow> Versions { get; private set; } = [];

    public IReadOnlyList<ItemEvent> Events { get; private set; } = [];

    public string? Problem { get; private set; }

    public async Task<IActionResult> OnGetAsync(CancellationToken cancellationToken)
    {
        if (await find.RunAsync(Id, cancellationToken) is not { } item)
        {
            return NotFound();
        }

        return await ShowAsync(item, cancellationToken);
    }

    public async Task<IActionResult> OnPostAsync(string? version, int revision, CancellationToken cancellationToken)
    {
        if (await find.RunAsync(Id, cancellationToken) is not { } item
            || await versions.RunAsync(Id, version ?? "", cancellationToken) is not { } wanted)
        {
            return NotFound();
        }

        var outcome = item.Latest.Revision == revision
            ? await restore.RunAsync(wanted, item.Latest, cancellationToken)
            : null;
        if (outcome is { IsDone: true })
        {
            TempData.Toast("已恢复为草稿，检查以后再发布。");
            TempData.ToastSaved(Id);
            return Redirect("/admin/content/edit/" + Id);
        }

        Response.StatusCode = outcome?.Verdict == ContentVerdict.Invalid
            ? StatusCodes.Status422UnprocessableEntity
            : StatusCodes.Status409Conflict;
        Problem = outcome?.Verdict == ContentVerdict.Invalid
            ? "这一版不能恢复：" + string.Join(" ", outcome.Problems.Select(problem => problem.Message))
            : "刚才有别人保存了新的版本，看一看再恢复。";
        return await ShowAsync(item, cancellationToken);
    }

    private async Task<IActionResult> ShowAsync(EditedItem item, CancellationToken cancellationToken)
    {
        Item = item;
        Versions = await history.ReadAsync(item, cancellationToken);
        Events = await events.ReadAsync(item.Id, cancellationToken);
        return Page();
    }
}
