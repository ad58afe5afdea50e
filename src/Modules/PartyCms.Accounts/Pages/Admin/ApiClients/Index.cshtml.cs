using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc.RazorPages;
using PartyCms.Accounts.ApiClients;

namespace PartyCms.Accounts.Pages.Admin.ApiClients;

/// <summary>The programs that may call the API.</summary>
[Authorize(Policy = ApiClientPermissions.Manage)]
internal sealed class IndexModel(ApiClientRows rows) : PageModel
{
    public IReadOnlyList<ApiClientRow> Clients { get; private set; } = [];

    public async Task OnGetAsync(CancellationToken cancellationToken) => Clients = await rows.ListAsync(cancellationToken);
}
