using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using PartyCms.Contents.Organizing;
using PartyCms.Contents.Organizing.Taxonomies;
using PartyCms.Kernel.Content;
using PartyCms.Kernel.Content.Definitions;
using PartyCms.Kernel.Data;
using PartyCms.Kernel.Security;

namespace PartyCms.Contents.Pages.Admin.Taxonomies;

/// <summary>The taxonomies the caller may change.</summary>
[Authorize(Policy = KernelPermissions.EditContent)]
[ResponseCache(NoStore = true)]
internal sealed class IndexModel(
    CmsDbContext db, ContentDefinitions definitions, ContentAccess access, AddTaxonomy add) : PageModel
{
    private const int LongestName = 100;

    private const int Most = 200;

    [BindProperty]
    public string? Name { get; set; }

    public bool MayAdd { get; private set; }

    public IReadOnlyList<Row> Rows { get; private set; } = [];

    public Task OnGetAsync(CancellationToken cancellationToken) => LoadAsync(cancellationToken);

    public async Task<IActionResult> OnPostAsync(CancellationToken cancellationToken)
    {
        var name = Name?.Trim() ?? "";
        if (name.Length is > 0 and <= LongestName)
        {
            var outcome = await add.RunAsync(name, cancellationToken);
            if (outcome is null)
            {
                return Forbid();
            }

            if (outcome.IsDone)
            {
                return Redirect("/admin/taxonomies/" + outcome.Item.ContentItemId);
            }

            ModelState.AddModelError(nameof(Name), outcome.Problems is [var problem, ..] ? problem.Message : "没有加上，请再试一次。");
        }
        else
        {
            ModelState.AddModelError(nameof(Name), $"请写分类的名称，最多 {LongestName} 个字。");
        }

        Response.StatusCode = StatusCodes.Status422UnprocessableEntity;
        await LoadAsync(cancellationToken);
        return Page();
    }

    private async Task LoadAsync(CancellationToken cancellationToken)
    {
        MayAdd = await access.CanPublishAsync(StandardTypes.Taxonomy, null, cancellationToken);
        var rows = new List<Row>();
        foreach (var type in definitions.Types.Values.Where(type => type.Definition!.Has(StandardParts.Taxonomy)))
        {
            rows.AddRange(await (await access.EditableAsync(type, cancellationToken)).AsNoTracking()
                .OrderBy(item => item.DisplayText).Take(Most)
                .Select(item => new Row(
                    item.ContentItemId, item.DisplayText ?? "", db.Set<ContentTerm>().Count(term => term.TaxonomyId == item.ContentItemId)))
                .ToListAsync(cancellationToken));
        }

        Rows = rows;
    }

    /// <summary>One taxonomy.</summary>
    internal sealed record Row(string Id, string Title, int Terms);
}
