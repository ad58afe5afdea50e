using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using PartyCms.Kernel.Content;
using PartyCms.Kernel.Time;
using PartyCms.Kernel.Web;
using PartyCms.Learning.Lessons;
using PartyCms.Learning.Study;

namespace PartyCms.Learning.Pages.Lessons;

/// <summary>
/// The lesson of a day; a member who is signed in finishes it here with a plain form. The slug of a text and the id of
/// an item lead to their day.
/// </summary>
[AllowAnonymous]
[PublicPage]
internal sealed class DayModel(
    LessonShelf shelf, CurrentMember current, StudyLedger ledger, OpenedMark opened, SiteTime time,
    PublicContent content, FinishByForm finish)
    : LessonPage(shelf, current, ledger, opened, time)
{
    [BindProperty]
    public Dictionary<int, int> Answers { get; set; } = [];

    [BindProperty]
    public string? Opened { get; set; }

    [BindProperty]
    public Guid? Session { get; set; }

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
                ViewData["Title"] = gone.Tombstone.ToPageTitle();
                return Page();
            default:
                return NotFound();
        }
    }

    public async Task<IActionResult> OnPostAsync(string slug, CancellationToken cancellationToken)
    {
        if (LessonShelf.ParseDay(slug) is not { } day || !await LoadAsync(day, cancellationToken))
        {
            return NotFound();
        }

        if (Study is null)
        {
            return User.Identity?.IsAuthenticated == true ? Forbid() : Challenge();
        }

        Show(await finish.RunAsync(Member!, Study, Answers, Session, Opened, cancellationToken));
        return Page();
    }
}
