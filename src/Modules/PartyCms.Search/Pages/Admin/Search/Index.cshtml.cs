using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using PartyCms.Kernel.Security;
using PartyCms.Search.Contracts;

namespace PartyCms.Search.Pages.Admin.Search;

/// <summary>Rebuilds the search index.</summary>
[Authorize(KernelPermissions.Operate)]
internal sealed class IndexModel(SearchIndexRebuild rebuild) : PageModel
{
    public int? Written { get; private set; }

    public void OnGet(int? written) => Written = written;

    // Goes on when the administrator closes the page: half of a rebuild helps nobody.
    public async Task<IActionResult> OnPostAsync() =>
        RedirectToPage(new { written = (await rebuild.RunAsync(null, CancellationToken.None)).Written });
}
