using System.Globalization;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using PartyCms.Kernel.Time;
using PartyCms.Kernel.Web;
using PartyCms.Learning.Lessons;
using PartyCms.Learning.Study;

namespace PartyCms.Learning.Pages.Lessons;

/// <summary>The lessons of one month, newest first; the newest month where none is asked for.</summary>
[AllowAnonymous]
[PublicPage]
internal sealed class IndexModel(LessonShelf shelf, CurrentMember current, StudyLedger ledger, SiteTime time) : PageModel
{
    public DateOnly Today => time.Today;

    public DateOnly Month { get; private set; }

    public IReadOnlyList<DateOnly> Months { get; private set; } = [];

    public IReadOnlyList<LessonRow> Rows { get; private set; } = [];

    public IReadOnlySet<string> Finished { get; private set; } = new HashSet<string>();

    public async Task<IActionResult> OnGetAsync(string? month, CancellationToken cancellationToken)
    {
        HttpContext.TagPublicPage(PublicTags.Type(LessonParts.ContentType));
        Months = await shelf.MonthsAsync(cancellationToken);
        if (month is null)
        {
            Month = Months.Count > 0 ? Months[0] : new DateOnly(Today.Year, Today.Month, 1);
        }
        else if (DateOnly.TryParseExact(
            month + "-01", "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var asked) && Months.Contains(asked))
        {
            Month = asked;
        }
        else
        {
            return NotFound();
        }

        Rows = await shelf.ListAsync(Month, cancellationToken);
        Finished = await ledger.FinishedAsync((await current.FindAsync(cancellationToken))?.Id, cancellationToken);
        return Page();
    }
}
