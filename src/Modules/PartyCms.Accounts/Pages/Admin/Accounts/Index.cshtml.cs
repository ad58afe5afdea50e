using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using PartyCms.Kernel.Data;
using PartyCms.Kernel.Security;
using PartyCms.Organization.Contracts;
using UserAccount = PartyCms.Accounts.Account;

namespace PartyCms.Accounts.Pages.Admin.Accounts;

/// <summary>All accounts by name, with their roles.</summary>
[Authorize(Policy = AccountsPermissions.Manage)]
internal sealed class IndexModel(CmsDbContext db, BranchDirectory branches, TimeProvider clock) : PageModel
{
    private const int PageSize = 50;

    public IReadOnlyList<Row> Rows { get; private set; } = [];

    [BindProperty(SupportsGet = true)]
    public string? Q { get; set; }

    public string? NextHref { get; private set; }

    public async Task OnGetAsync(string? after, CancellationToken cancellationToken)
    {
        var accounts = db.Set<UserAccount>().AsNoTracking();
        if (!string.IsNullOrWhiteSpace(Q))
        {
            var wanted = Q.Trim().ToUpperInvariant();
            accounts = accounts.Where(account => account.NormalizedUserName!.Contains(wanted));
        }

        if (!string.IsNullOrEmpty(after))
        {
#pragma warning disable CA1309 // The database compares; it knows no StringComparison.
            accounts = accounts.Where(account => string.Compare(account.NormalizedUserName, after) > 0);
#pragma warning restore CA1309
        }

        var page = await accounts.OrderBy(account => account.NormalizedUserName).Take(PageSize + 1).ToListAsync(cancellationToken);
        var ids = page.Select(account => account.Id).ToList();
        var roles = await db.Set<RoleAssignment>().AsNoTracking()
            .Where(role => ids.Contains(role.SubjectId)).ToListAsync(cancellationToken);
        var rows = new List<Row>();
        foreach (var account in page.Take(PageSize))
        {
            var held = new List<string>();
            foreach (var role in roles.Where(role => role.SubjectId == account.Id))
            {
                var place = role.OrgUnitId is null ? "全站" : await branches.NameOfAsync(role.OrgUnitId, cancellationToken);
                held.Add($"{Roles.DisplayName(role.Role)} · {place}");
            }

            rows.Add(new Row(account.Id, account.UserName!, held, account.LockoutEnd > clock.GetUtcNow()));
        }

        Rows = rows;
        NextHref = page.Count > PageSize
            ? $"/admin/accounts?q={Uri.EscapeDataString(Q ?? "")}&after={Uri.EscapeDataString(page[PageSize - 1].NormalizedUserName!)}"
            : null;
    }

    internal sealed record Row(string Id, string UserName, IReadOnlyList<string> Roles, bool IsLocked);
}
