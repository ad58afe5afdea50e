using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using PartyCms.Kernel.Content;
using PartyCms.Kernel.Content.Definitions;
using PartyCms.Kernel.Web;
using PartyCms.Organization.Contracts;

namespace PartyCms.Organization.Pages.Branches;

/// <summary>What one branch has published of one kind, under the path prefix of that kind.</summary>
[AllowAnonymous]
[PublicPage]
internal sealed class ListModel(BranchDirectory branches, ContentDefinitions definitions, PublicArticles articles) : PageModel
{
    public BranchInfo Branch { get; private set; } = null!;

    public string Kind { get; private set; } = "";

    public SummaryList List { get; private set; } = new([]);

    public async Task<IActionResult> OnGetAsync(string branch, string prefix, string? after, CancellationToken cancellationToken)
    {
        var type = definitions.Types.Values.FirstOrDefault(type => type.PathPrefix == prefix);
        if (type is null || await branches.FindAsync(branch, cancellationToken) is not { } found)
        {
            return NotFound();
        }

        HttpContext.TagPublicPage(PublicTags.Branch(found.Id));
        Branch = found;
        Kind = type.DisplayName;
        List = await articles.ListAsync(
            new SummaryFilter(type.Name, found.Id, After: after), $"/b/{found.Slug}/{prefix}", cancellationToken);
        return Page();
    }
}
