using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using PartyCms.Contents.Desk;
using PartyCms.Contents.Presence;
using PartyCms.Kernel.Content;
using PartyCms.Kernel.Data;
using PartyCms.Kernel.Time;
using PartyCms.Organization.Contracts;

namespace PartyCms.Contents.Pages.Admin.Content;

/// <summary>Everything of one content type that the caller may change.</summary>
[ResponseCache(NoStore = true)]
internal sealed class IndexModel(
    ContentList list, ContentAccess access, WhoIsEditing whoIsEditing, CmsDbContext db, BranchDirectory branches, SiteTime time) : PageModel
{
    public static IReadOnlyList<ContentState> States { get; } =
        [ContentState.Draft, ContentState.Published, ContentState.PublishedWithDraft, ContentState.Withdrawn];

    [BindProperty(SupportsGet = true)]
    public string? Type { get; set; }

    [BindProperty(SupportsGet = true)]
    public string? Q { get; set; }

    [BindProperty(SupportsGet = true)]
    public ContentState? State { get; set; }

    [BindProperty(SupportsGet = true)]
    public string? After { get; set; }

    public ContentType ContentType { get; private set; } = null!;

    public IReadOnlyList<Line> Rows { get; private set; } = [];

    public string? NextHref { get; private set; }

    public bool IsFiltered => !string.IsNullOrWhiteSpace(Q) || State is not null || After is not null;

    public async Task<IActionResult> OnGetAsync(CancellationToken cancellationToken)
    {
        var types = await access.GetEditableTypesAsync(cancellationToken);
        if (types.FirstOrDefault(type => Type is null || type.Name == Type) is not { } type)
        {
            return NotFound();
        }

        ContentType = type;
        var page = await list.ReadAsync(type, new ContentListQuery(Q ?? "", State, After), cancellationToken);
        var ids = page.Rows.Select(row => row.ContentItemId).ToList();
        var hrefs = await db.Set<ContentSummary>().AsNoTracking().Where(summary => ids.Contains(summary.ContentItemId))
            .ToDictionaryAsync(summary => summary.ContentItemId, summary => summary.Href, cancellationToken);
        var editing = await whoIsEditing.ReadAsync(ids, cancellationToken);
        var lines = new List<Line>(page.Rows.Count);
        foreach (var row in page.Rows)
        {
            var branch = await branches.NameOfAsync(row.OrgUnitId, cancellationToken);
            lines.Add(new Line(row, branch, time.Ago(row.ModifiedUtc), hrefs.GetValueOrDefault(row.ContentItemId), editing.GetValueOrDefault(row.ContentItemId)));
        }

        Rows = lines;
        NextHref = page.Next is null
            ? null
            : $"/admin/content?type={type.Name}&q={Uri.EscapeDataString(Q ?? "")}&state={State}&after={page.Next}";
        return Page();
    }

    /// <summary>One row with the words it shows.</summary>
    internal sealed record Line(ContentRow Row, string Branch, string Modified, string? Href, IReadOnlyList<string>? Editing);
}
