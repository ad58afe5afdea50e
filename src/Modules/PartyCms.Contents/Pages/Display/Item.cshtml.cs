using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using PartyCms.Contents.Display;
using PartyCms.Contents.Organizing.Taxonomies;
using PartyCms.Kernel.Content;
using PartyCms.Kernel.Web;

namespace PartyCms.Contents.Pages.Display;

/// <summary>
/// Whatever stands at an address that no page of the site has: an item of any type, the way to its new address, its
/// tombstone, or nothing.
/// </summary>
[AllowAnonymous]
[PublicPage]
internal sealed class ItemModel(PublicContent content, DescribeContent describe, DescribeTerm describeTerm) : PageModel
{
    public ContentView? Shown { get; private set; }

    public ContentTombstone? Tombstone { get; private set; }

    /// <summary>The term whose page it is, or null.</summary>
    public TermView? Term { get; private set; }

    public async Task<IActionResult> OnGetAsync(string path, string? after, CancellationToken cancellationToken)
    {
        switch (await content.FindAsync(path, cancellationToken))
        {
            case PublicAddress.Found found when Request.Path.Value!.EndsWith('/'):
                return RedirectPermanent(found.Summary.Href);
            case PublicAddress.Found found:
                var tags = new List<string> { PublicTags.Item(found.Summary.ContentItemId) };
                Shown = await describe.RunAsync(found.Item, found.Summary, after, tags, cancellationToken);
                HttpContext.TagPublicPage([.. tags]);
                Tell(Shown.Title.Length > 0 ? Shown.Title : Shown.Kind, Shown.Href, Shown.Summary, Shown.CoverSrc);
                return Page();
            case PublicAddress.Moved moved:
                return RedirectPermanent(moved.Href);
            case PublicAddress.Gone gone:
                Response.StatusCode = StatusCodes.Status410Gone;
                Tombstone = gone.Tombstone;
                ViewData["Title"] = gone.Tombstone.ToPageTitle();
                return Page();
            default:
                return await ShowTermAsync(path, after, cancellationToken);
        }
    }

    private async Task<IActionResult> ShowTermAsync(string path, string? after, CancellationToken cancellationToken)
    {
        var tags = new List<string>();
        Term = await describeTerm.RunAsync(path, after, tags, cancellationToken);
        HttpContext.TagPublicPage([.. tags]);
        if (Term is null)
        {
            return NotFound();
        }

        Tell(Term.Name, Term.Href);
        return Page();
    }

    // Here and not in the partial views, whose view data is a copy that the head of the page never sees.
    private void Tell(string title, string href, string? summary = null, string? image = null)
    {
        ViewData["Title"] = title;
        ViewData["Canonical"] = href;
        ViewData["Description"] = summary;
        ViewData["Image"] = image;
    }
}
