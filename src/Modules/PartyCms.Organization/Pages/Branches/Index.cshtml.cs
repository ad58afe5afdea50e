using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc.RazorPages;
using PartyCms.Kernel.Web;
using PartyCms.Organization.Contracts;
using PartyCms.Organization.Branches;

namespace PartyCms.Organization.Pages.Branches;

/// <summary>The directory of branches, with a search by name.</summary>
[AllowAnonymous]
[PublicPage]
internal sealed class IndexModel(BranchDirectory branches) : PageModel
{
    public string? Words { get; private set; }

    public int Total { get; private set; }

    public IReadOnlyList<BranchGroup> Groups { get; private set; } = [];

    public async Task OnGetAsync(string? q, CancellationToken cancellationToken)
    {
        var units = await branches.ListAsync(cancellationToken);
        Words = q;
        Total = units.Count(unit => unit.IsBranch);
        Groups = BranchGroups.Of(units, q);
    }
}
