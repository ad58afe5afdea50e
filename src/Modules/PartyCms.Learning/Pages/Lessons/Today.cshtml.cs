using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.OutputCaching;
using PartyCms.Kernel.Time;
using PartyCms.Kernel.Web;
using PartyCms.Learning.Lessons;

namespace PartyCms.Learning.Pages.Lessons;

/// <summary>The lesson of today, under an address that is the same every day.</summary>
[AllowAnonymous]
[OutputCache(PolicyName = PublicPageExtensions.PolicyName)]
internal sealed class TodayModel(LessonShelf shelf, SiteTime time) : LessonPage(shelf)
{
    public Task OnGetAsync(CancellationToken cancellationToken) => LoadAsync(time.Today, cancellationToken);
}
