using Microsoft.AspNetCore.Authorization;
using PartyCms.Kernel.Time;
using PartyCms.Kernel.Web;
using PartyCms.Learning.Lessons;
using PartyCms.Learning.Study;

namespace PartyCms.Learning.Pages.Lessons;

/// <summary>The lesson of today, under an address that is the same every day.</summary>
[AllowAnonymous]
[PublicPage]
internal sealed class TodayModel(
    LessonShelf shelf, CurrentMember current, StudyLedger ledger, OpenedMark opened, SiteTime time)
    : LessonPage(shelf, current, ledger, opened, time)
{
    public Task OnGetAsync(CancellationToken cancellationToken) => LoadAsync(Time.Today, cancellationToken);
}
