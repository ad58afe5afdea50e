using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using PartyCms.Kernel.Text;
using PartyCms.Kernel.Web;
using PartyCms.Organization.Branches;

namespace PartyCms.Organization.Pages.Branches;

/// <summary>The microsite of one branch, or the page of a unit above branches.</summary>
[AllowAnonymous]
[PublicPage]
internal sealed class BranchModel(BranchPage pages, IEnumerable<IMicrositeSection> sections) : PageModel
{
    public BranchProfile Profile { get; private set; } = null!;

    public string Kind => Profile.Branch.Kind.DisplayName();

    public string? HostKind => Profile.Branch.HostKind?.DisplayName();

    public MicrositePage Sections { get; private set; } = MicrositePage.Empty;

    public async Task<IActionResult> OnGetAsync(string branch, CancellationToken cancellationToken)
    {
        if (await pages.FindAsync(branch, cancellationToken) is not { } profile)
        {
            return NotFound();
        }

        HttpContext.TagPublicPage(PublicTags.Branch(profile.Branch.Id));
        Profile = profile;
        Sections = await MicrositePage.ReadAsync(sections, profile.Branch.Id, cancellationToken);
        return Page();
    }
}
