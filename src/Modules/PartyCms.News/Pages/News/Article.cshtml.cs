using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.AspNetCore.OutputCaching;
using PartyCms.Kernel.Content;
using PartyCms.Kernel.Web;
using PartyCms.Organization.Contracts;

namespace PartyCms.News.Pages.News;

/// <summary>One piece of branch news.</summary>
[AllowAnonymous]
[OutputCache(PolicyName = PublicPageExtensions.PolicyName)]
internal sealed class ArticleModel(PublicContent content, PublicArticles articles) : PageModel
{
    public ArticleView? Article { get; private set; }

    public ContentTombstone? Tombstone { get; private set; }

    public async Task<IActionResult> OnGetAsync(string slug, CancellationToken cancellationToken)
    {
        switch (await content.FindAsync("news", slug, cancellationToken))
        {
            case PublicAddress.Found found:
                HttpContext.TagPublicPage(PublicTags.Item(found.Summary.ContentItemId));
                Article = await articles.ViewAsync(found, cancellationToken);
                return Page();
            case PublicAddress.Moved moved:
                return RedirectPermanent(moved.Href);
            case PublicAddress.Gone gone:
                Response.StatusCode = StatusCodes.Status410Gone;
                Tombstone = gone.Tombstone;
                return Page();
            default:
                return NotFound();
        }
    }
}
