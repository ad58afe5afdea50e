using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using PartyCms.Disclosure.Documents;
using PartyCms.Kernel.Content;
using PartyCms.Kernel.Web;
using PartyCms.Organization.Contracts;

namespace PartyCms.Disclosure.Pages.Disclosures;

/// <summary>One disclosed document, or the note that it was withdrawn.</summary>
[AllowAnonymous]
[PublicPage]
internal sealed class ArticleModel(PublicContent content, PublicArticles articles) : PageModel
{
    public ArticleView? Article { get; private set; }

    public ContentTombstone? Tombstone { get; private set; }

    public async Task<IActionResult> OnGetAsync(string slug, CancellationToken cancellationToken)
    {
        switch (await content.FindAsync(DisclosureFields.PathPrefix, slug, cancellationToken))
        {
            case PublicAddress.Found found:
                HttpContext.TagPublicPage(PublicTags.Item(found.Summary.ContentItemId));
                Article = await articles.ViewAsync(found, cancellationToken) with { Facts = DisclosureFacts.Of(found.Item.Parts) };
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
