using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using PartyCms.Kernel.Security;
using PartyCms.Search.Index;

namespace PartyCms.Search.Pages.Admin.Search;

/// <summary>Rebuilds the search index.</summary>
[Authorize(KernelPermissions.Operate)]
internal sealed class IndexModel(RebuildSearchIndex rebuild) : PageModel
{
    public int? Written { get; private set; }

    public void OnGet(int? written) => Written = written;

    public async Task<IActionResult> OnPostAsync(CancellationToken cancellationToken) =>
        RedirectToPage(new { written = await rebuild.RunAsync(cancellationToken) });
}
