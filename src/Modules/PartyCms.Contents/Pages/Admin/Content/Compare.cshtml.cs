using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using PartyCms.Contents.Comparison;
using PartyCms.Contents.Editing;
using PartyCms.Contents.History;

namespace PartyCms.Contents.Pages.Admin.Content;

/// <summary>What changed between two versions; without a choice, between what readers see (or the version before) and the latest.</summary>
[ResponseCache(NoStore = true)]
internal sealed class CompareModel(
    FindEditedItem find, VersionHistory history, FindVersion versions, CompareVersions compare) : PageModel
{
    [BindProperty(SupportsGet = true)]
    public string Id { get; set; } = "";

    [BindProperty(SupportsGet = true)]
    public string? From { get; set; }

    [BindProperty(SupportsGet = true)]
    public string? To { get; set; }

    public EditedItem Item { get; private set; } = null!;

    public IReadOnlyList<VersionRow> Versions { get; private set; } = [];

    public IReadOnlyList<ShownChange> Changes { get; private set; } = [];

    public async Task<IActionResult> OnGetAsync(CancellationToken cancellationToken)
    {
        if (await find.RunAsync(Id, cancellationToken) is not { } item)
        {
            return NotFound();
        }

        Item = item;
        Versions = await history.ReadAsync(item, cancellationToken);
        To ??= item.Latest.ContentItemVersionId;
        From ??= Before(To);
        if (await versions.RunAsync(Id, From, cancellationToken) is not { } before
            || await versions.RunAsync(Id, To, cancellationToken) is not { } after)
        {
            return NotFound();
        }

        Changes = await compare.RunAsync(before.Parts, after.Parts, cancellationToken);
        return Page();
    }

    private string Before(string version)
    {
        var live = Versions.FirstOrDefault(row => row.IsPublished)?.VersionId;
        return live is not null && live != version
            ? live
            : Versions.SkipWhile(row => row.VersionId != version).Skip(1).FirstOrDefault()?.VersionId ?? version;
    }
}
