using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using PartyCms.Kernel.Content;
using PartyCms.Kernel.Web;

namespace PartyCms.Organization.Contracts;

/// <summary>A page that shows what stands at one permalink: the item, the way to its new address, or its tombstone.</summary>
public abstract class ArticlePage(PublicContent content, PublicArticles articles) : PageModel
{
    /// <summary>The item; null where a tombstone is shown.</summary>
    public ArticleView? Article { get; private set; }

    /// <summary>What is left of a withdrawn item, or null.</summary>
    public ContentTombstone? Tombstone { get; private set; }

    /// <summary>Answers 200 with the item, 301 to its permalink, 410 with the tombstone, or 404.</summary>
    /// <param name="prefix">Path prefix of the content type.</param>
    /// <param name="slug">What follows it, decoded.</param>
    /// <param name="cancellationToken">Stops the reading.</param>
    protected async Task<IActionResult> ShowAsync(string prefix, string slug, CancellationToken cancellationToken)
    {
        switch (await content.FindAsync(prefix, slug, cancellationToken))
        {
            case PublicAddress.Found found:
                HttpContext.TagPublicPage(PublicTags.Item(found.Summary.ContentItemId));
                Article = await CompleteAsync(
                    await articles.ViewAsync(found, cancellationToken), found.Item, cancellationToken);
                foreach (var id in Article.ShownItems)
                {
                    HttpContext.TagPublicPage(PublicTags.Item(id));
                }

                ViewData["Title"] = Article.Title;
                ViewData["Description"] = Article.Summary;
                ViewData["Image"] = Article.CoverSrc;
                ViewData["Canonical"] = Article.Href;
                return Page();
            case PublicAddress.Moved moved:
                return RedirectPermanent(moved.Href);
            case PublicAddress.Gone gone:
                Response.StatusCode = StatusCodes.Status410Gone;
                Tombstone = gone.Tombstone;
                ViewData["Title"] = gone.Tombstone.ToPageTitle();
                return Page();
            default:
                return NotFound();
        }
    }

    /// <summary>Lets a module add what its own fields say, before the page is shown.</summary>
    protected virtual ValueTask<ArticleView> CompleteAsync(
        ArticleView view, ContentItem item, CancellationToken cancellationToken) => ValueTask.FromResult(view);
}
