using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using PartyCms.Kernel.Security;
using PartyCms.Kernel.Time;
using PartyCms.Learning.Lessons;
using PartyCms.Learning.Progress;
using PartyCms.Learning.Study;
using PartyCms.Organization.Contracts;

namespace PartyCms.Learning.Pages.Me;

/// <summary>The member's own page: today, streak, hours of the year.</summary>
[Authorize]
[ResponseCache(NoStore = true)]
internal sealed class IndexModel(
    CurrentMember current, MemberProgress progress, BranchDirectory branches, LessonShelf shelf, Caller caller, SiteTime time) : PageModel
{
    public string AccountName => caller.Name;

    public MemberInfo? Member { get; private set; }

    public string BranchName { get; private set; } = "";

    public Standing? Standing { get; private set; }

    public LessonRow? Today { get; private set; }

    public async Task OnGetAsync(CancellationToken cancellationToken)
    {
        Member = await current.FindAsync(cancellationToken);
        if (Member is not null)
        {
            BranchName = await branches.NameOfAsync(Member.BranchId, cancellationToken);
            Standing = await progress.GetAsync(Member, caller.Id, cancellationToken);
            Today = await shelf.FindRowAsync(time.Today, cancellationToken);
        }
    }
}
