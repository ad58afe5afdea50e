using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using PartyCms.Contents.Display;
using PartyCms.Contents.Editing;
using PartyCms.Kernel.Content;
using PartyCms.Kernel.Data;
using PartyCms.Kernel.Text;
using PartyCms.Kernel.Time;
using PartyCms.Kernel.Web;
using PartyCms.Organization.Contracts;

namespace PartyCms.Contents.Pages.Admin.Content;

/// <summary>A draft or an old version as readers would see it, for those who may edit it.</summary>
[ResponseCache(NoStore = true)]
internal sealed class PreviewModel(
    FindEditedItem find, ContentAccess access, PublicContent content, PublicArticles articles, DescribeContent describe, CmsDbContext db,
    SiteTime time) : PageModel
{
    [BindProperty(SupportsGet = true)]
    public string Id { get; set; } = "";

    [BindProperty(SupportsGet = true)]
    public string? Version { get; set; }

    /// <summary>What a type of ours shows; null for any other.</summary>
    public ArticleView? Article { get; private set; }

    /// <summary>What any other type shows.</summary>
    public ContentView? Shown { get; private set; }

    public string Note { get; private set; } = "";

    public async Task<IActionResult> OnGetAsync(CancellationToken cancellationToken)
    {
        if (await find.RunAsync(Id, cancellationToken) is not { } edited)
        {
            return NotFound();
        }

        var item = edited.Latest;
        Note = edited.State == ContentState.Published ? "这是公开中的版本。" : "预览：还没有公开。";
        if (Version is not null && Version != item.ContentItemVersionId)
        {
            var old = await db.Set<ContentItem>().AsNoTracking()
                .SingleOrDefaultAsync(row => row.ContentItemId == Id && row.ContentItemVersionId == Version, cancellationToken);
            if (old is null || !await access.CanEditAsync(old.ContentType, old.OrgUnitId, cancellationToken))
            {
                return NotFound();
            }

            item = old;
            Note = old.Published ? "这是公开中的版本。" : "这是以前的版本。";
        }

        if (edited.Type.PathPrefix.Length > 0)
        {
            Article = await articles.ViewAsync(new PublicAddress.Found(Describe(item), item, content.Body(item)), cancellationToken);
        }
        else
        {
            Shown = await describe.RunAsync(item, Describe(item), null, [], cancellationToken);
        }

        return Page();
    }

    private ContentSummary Describe(ContentItem item)
    {
        var at = item.PublishedUtc ?? time.Now;
        return new ContentSummary
        {
            ContentItemId = item.ContentItemId,
            ContentItemVersionId = item.ContentItemVersionId,
            ContentType = item.ContentType,
            OrgUnitId = item.OrgUnitId,
            Title = item.DisplayText ?? "",
            Summary = HtmlText.Summarize(item.Parts.Text(ContentParts.Summary) ?? "", ContentPreparation.SummaryLength),
            CoverPath = item.Parts.Text(ContentParts.Cover),
            CoverAlt = item.Parts.Text(ContentParts.CoverAlt),
            Path = item.Path ?? "",
            PublishedUtc = at,
            ModifiedUtc = at,
        };
    }
}
