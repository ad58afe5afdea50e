using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.OutputCaching;
using PartyCms.Kernel.Content;
using PartyCms.Kernel.Web;
using PartyCms.Learning.Lessons;

namespace PartyCms.Learning.Pages.Lessons;

/// <summary>The lesson of a day. The slug of a text and the id of an item lead to their day.</summary>
[AllowAnonymous]
[OutputCache(PolicyName = PublicPageExtensions.PolicyName)]
internal sealed class DayModel(LessonShelf shelf, PublicContent content) : LessonPage(shelf)
{
    public async Task<IActionResult> OnGetAsync(string slug, CancellationToken cancellationToken)
    {
        if (LessonShelf.ParseDay(slug) is { } day)
        {
            if (await LoadAsync(day, cancellationToken))
            {
                return Page();
            }
        }
        else if (await Shelf.FindDayBySlugAsync(slug, cancellationToken) is { } known)
        {
            return Redirect(LessonRow.HrefOf(known));
        }

        switch (await content.FindAsync("lessons", slug, cancellationToken))
        {
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
