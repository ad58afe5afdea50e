using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using PartyCms.Contents.Editing;
using PartyCms.Kernel.Content;
using PartyCms.Kernel.Data;
using PartyCms.Kernel.Security;

namespace PartyCms.Contents.Pages.Admin.Content;

/// <summary>Versions of an item, newest first; those it had under a branch outside the caller's scope are left out.</summary>
[ResponseCache(NoStore = true)]
internal sealed class HistoryModel(FindEditedItem find, CmsDbContext db, Caller caller) : PageModel
{
    private const int Shown = 100;

    [BindProperty(SupportsGet = true)]
    public string Id { get; set; } = "";

    public EditedItem Item { get; private set; } = null!;

    public IReadOnlyList<Version> Versions { get; private set; } = [];

    public async Task<IActionResult> OnGetAsync(CancellationToken cancellationToken)
    {
        if (await find.RunAsync(Id, cancellationToken) is not { } item)
        {
            return NotFound();
        }

        Item = item;
        var versions = db.Set<ContentItem>().AsNoTracking().Where(version => version.ContentItemId == Id);
        Versions = await caller.ScopeOf(item.Type.EditPermission).Filter(versions, db, version => version.OrgUnitId)
            .OrderByDescending(version => version.Id).Take(Shown)
            .Select(version => new Version(
                version.ContentItemVersionId, version.DisplayText, version.Author, version.ModifiedUtc, version.Published, version.Latest))
            .ToListAsync(cancellationToken);
        return Page();
    }

    /// <summary>One version in the list.</summary>
    internal sealed record Version(
        string VersionId, string? Title, string? Author, DateTimeOffset? ModifiedUtc, bool IsPublished, bool IsLatest);
}
