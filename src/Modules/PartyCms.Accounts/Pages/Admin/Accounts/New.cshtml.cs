using System.ComponentModel.DataAnnotations;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using PartyCms.Accounts.Administration;
using PartyCms.Accounts.Setup;
using PartyCms.Kernel.Audit;
using PartyCms.Kernel.Data;
using PartyCms.Kernel.Security;
using PartyCms.Organization.Contracts;

namespace PartyCms.Accounts.Pages.Admin.Accounts;

/// <summary>A new account with one role at one node; its password is generated and shown once.</summary>
[Authorize(Policy = AccountsPermissions.Manage)]
[ResponseCache(NoStore = true)]
internal sealed class NewModel(
    AccountFactory accounts, GrantableRoles grantable, BranchDirectory branches, CmsDbContext db, AuditLog audit) : PageModel
{
    /// <summary>Roles that came by recipes, by whether they can be given.</summary>
    public ILookup<bool, ImportedRole> Imported { get; private set; } = null!;

    [BindProperty]
    [Display(Name = "用户名")]
    [Required]
    [StringLength(64, MinimumLength = 2)]
    public string UserName { get; set; } = "";

    [BindProperty]
    [Display(Name = "角色")]
    [Required]
    public string Role { get; set; } = Roles.Secretary;

    [BindProperty]
    [Display(Name = "范围")]
    public Guid? OrgUnitId { get; set; }

    public IReadOnlyList<BranchInfo> Units { get; private set; } = [];

    /// <summary>The new account's password; set only on the answer to the post that made it.</summary>
    public string? Password { get; private set; }

    public string? AccountId { get; private set; }

    public Task OnGetAsync(CancellationToken cancellationToken) => LoadAsync(cancellationToken);

    public async Task<IActionResult> OnPostAsync(CancellationToken cancellationToken)
    {
        await LoadAsync(cancellationToken);
        if (!GrantableRoles.Contains(Role, Imported) || (OrgUnitId is { } unit && Units.All(known => known.Id != unit)))
        {
            ModelState.AddModelError("", "请重新选择角色和范围。");
        }

        if (!ModelState.IsValid)
        {
            return Page();
        }

        var password = AccountFactory.NewPassword();
        var (account, fault) = await accounts.CreateAsync(UserName.Trim(), password, Role, OrgUnitId, cancellationToken);
        if (account is null)
        {
            ModelState.AddModelError(nameof(UserName), fault!);
            return Page();
        }

        audit.Add("account.created", account.Id, account.UserName);
        await db.SaveChangesAsync(cancellationToken);
        (AccountId, Password) = (account.Id, password);
        return Page();
    }

    private async Task LoadAsync(CancellationToken cancellationToken)
    {
        Units = await branches.ListAsync(cancellationToken);
        Imported = await grantable.ImportedAsync(cancellationToken);
    }
}
