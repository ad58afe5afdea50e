using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using PartyCms.Contents.Desk;
using PartyCms.Contents.Editing;
using PartyCms.Contents.Organizing.Lists;
using PartyCms.Kernel.Content.Definitions;
using PartyCms.Kernel.Security;
using PartyCms.Kernel.Web;

namespace PartyCms.Contents.Pages.Admin.Lists;

/// <summary>The items of one list: their order, and what is put in or taken out.</summary>
[Authorize(Policy = KernelPermissions.EnterAdministration)]
[ResponseCache(NoStore = true)]
internal sealed class ItemsModel(
    FindEditedItem find, ListChildren children, ArrangeList arrange, MoveToList move, ContentList search, ContentDefinitions definitions,
    Caller caller)
    : PageModel
{
    [BindProperty(SupportsGet = true)]
    public string Id { get; set; } = "";

    [BindProperty(SupportsGet = true)]
    public string? Q { get; set; }

    public EditedItem List { get; private set; } = null!;

    public ListSettings Settings { get; private set; } = null!;

    public IReadOnlyList<ContentRow> Rows { get; private set; } = [];

    /// <summary>What was found to put in; null where nothing was looked for.</summary>
    public IReadOnlyList<ContentRow>? Found { get; private set; }

    public string NameOf(string contentType) => definitions.FindType(contentType)?.DisplayName ?? contentType;

    public async Task<IActionResult> OnGetAsync(CancellationToken cancellationToken)
    {
        if (!await LoadAsync(cancellationToken))
        {
            return NotFound();
        }

        Found = string.IsNullOrWhiteSpace(Q) ? null : await FindAsync(Q, cancellationToken);
        return Page();
    }

    public Task<IActionResult> OnPostUpAsync(string? item, CancellationToken cancellationToken) => ShiftAsync(item, -1, cancellationToken);

    public Task<IActionResult> OnPostDownAsync(string? item, CancellationToken cancellationToken) => ShiftAsync(item, 1, cancellationToken);

    public Task<IActionResult> OnPostAddAsync(string? item, bool renewed, CancellationToken cancellationToken) =>
        MoveAsync(item, into: true, renewed, cancellationToken);

    public Task<IActionResult> OnPostRemoveAsync(string? item, CancellationToken cancellationToken) =>
        MoveAsync(item, into: false, withNewPermalink: false, cancellationToken);

    private async Task<IActionResult> ShiftAsync(string? item, int by, CancellationToken cancellationToken)
    {
        if (!await LoadAsync(cancellationToken) || !Settings.IsOrdered)
        {
            return NotFound();
        }

        var order = Rows.Select(row => row.ContentItemId).ToList();
        var at = order.IndexOf(item ?? "");
        if (at < 0)
        {
            return NotFound();
        }

        var to = Math.Clamp(at + by, 0, order.Count - 1);
        (order[at], order[to]) = (order[to], order[at]);
        await arrange.RunAsync(Id, order, cancellationToken);
        return Redirect("/admin/lists/" + Id);
    }

    private async Task<IActionResult> MoveAsync(string? item, bool into, bool withNewPermalink, CancellationToken cancellationToken)
    {
        if (!await LoadAsync(cancellationToken) || await find.RunAsync(item ?? "", cancellationToken) is not { } moved
            || (into ? !Takes(moved.Type.Name) : moved.Latest.ContainerId != Id))
        {
            return NotFound();
        }

        var outcome = await move.RunAsync(moved, into ? List : null, withNewPermalink, cancellationToken);
        if (outcome.IsDone)
        {
            TempData.Toast(into ? "已放进列表。" : "已移出列表。");
        }
        else
        {
            TempData.ToastFault(outcome.Problems is [var problem, ..] ? problem.Message : "别人刚刚改过这条内容，请再试一次。");
        }

        return Redirect("/admin/lists/" + Id);
    }

    private bool Takes(string contentType) => Settings.Types.Count == 0 || Settings.Types.Contains(contentType, StringComparer.Ordinal);

    private async Task<IReadOnlyList<ContentRow>> FindAsync(string text, CancellationToken cancellationToken)
    {
        var found = new List<ContentRow>();
        var inside = Rows.Select(row => row.ContentItemId).Append(Id).ToHashSet(StringComparer.Ordinal);
        foreach (var type in definitions.Types.Values.Where(type => Takes(type.Name) && caller.Can(type.EditPermission)))
        {
            var page = await search.ReadAsync(type, new ContentListQuery(text), cancellationToken);
            found.AddRange(page.Rows.Where(row => !inside.Contains(row.ContentItemId)));
        }

        return found;
    }

    // An unknown list, one of another branch and an item that is no list all look the same: not there.
    private async Task<bool> LoadAsync(CancellationToken cancellationToken)
    {
        if (await find.RunAsync(Id, cancellationToken) is not { } list || ListSettings.Of(list.Type) is not { } settings)
        {
            return false;
        }

        (List, Settings) = (list, settings);
        Rows = await children.EditableAsync(Id, settings, cancellationToken);
        return true;
    }
}
