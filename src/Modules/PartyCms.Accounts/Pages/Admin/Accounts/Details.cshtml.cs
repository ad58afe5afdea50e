using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Identity;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using PartyCms.Accounts.Administration;
using PartyCms.Accounts.Setup;
using PartyCms.Kernel.Audit;
using PartyCms.Kernel.Data;
using PartyCms.Kernel.Security;
using PartyCms.Kernel.Web;
using PartyCms.Organization.Contracts;
using UserAccount = PartyCms.Accounts.Account;

namespace PartyCms.Accounts.Pages.Admin.Accounts;

/// <summary>One account: its roles, its password, its lock.</summary>
[Authorize(Policy = AccountsPermissions.Manage)]
[ResponseCache(NoStore = true)]
internal sealed class DetailsModel(
    UserManager<UserAccount> accounts, AssignRoles roles, GrantableRoles grantable, LockAccount locks, BranchDirectory branches,
    CmsDbContext db, AuditLog audit)
    : PageModel
{
    public UserAccount Account { get; private set; } = null!;

    /// <summary>Roles that came by recipes, by whether they can be given.</summary>
    public ILookup<bool, ImportedRole> Imported { get; private set; } = null!;

    public IReadOnlyList<Held> Roles { get; private set; } = [];

    public IReadOnlyList<BranchInfo> Units { get; private set; } = [];

    public bool IsLocked { get; private set; }

    /// <summary>A new password; set only on the answer to the post that made it.</summary>
    public string? Password { get; private set; }

    public async Task<IActionResult> OnGetAsync(string id, CancellationToken cancellationToken) =>
        await LoadAsync(id, cancellationToken) ? Page() : NotFound();

    public async Task<IActionResult> OnPostAddRoleAsync(string id, string role, Guid? orgUnitId, CancellationToken cancellationToken)
    {
        if (await accounts.FindByIdAsync(id) is not { } account)
        {
            return NotFound();
        }

        return Tell(id, await roles.AddAsync(account, role, orgUnitId, cancellationToken), "已增加角色");
    }

    public async Task<IActionResult> OnPostRemoveRoleAsync(string id, Guid assignment, CancellationToken cancellationToken)
    {
        if (await accounts.FindByIdAsync(id) is not { } account)
        {
            return NotFound();
        }

        return Tell(id, await roles.RemoveAsync(account, assignment, cancellationToken), "已去掉角色");
    }

    public async Task<IActionResult> OnPostLockAsync(string id, CancellationToken cancellationToken)
    {
        if (await accounts.FindByIdAsync(id) is not { } account)
        {
            return NotFound();
        }

        return Tell(id, await locks.LockAsync(account, cancellationToken), "已锁定");
    }

    public async Task<IActionResult> OnPostUnlockAsync(string id, CancellationToken cancellationToken)
    {
        if (await accounts.FindByIdAsync(id) is not { } account)
        {
            return NotFound();
        }

        await locks.UnlockAsync(account, cancellationToken);
        return Tell(id, RightsOutcome.Done, "已解锁");
    }

    public async Task<IActionResult> OnPostResetPasswordAsync(string id, CancellationToken cancellationToken)
    {
        if (await accounts.FindByIdAsync(id) is not { } account)
        {
            return NotFound();
        }

        var password = AccountFactory.NewPassword();
        var token = await accounts.GeneratePasswordResetTokenAsync(account);
        if (!(await accounts.ResetPasswordAsync(account, token, password)).Succeeded)
        {
            TempData.Toast("没有重置：账号刚被别人改过，请再试一次。");
            return RedirectToPage(new { id });
        }

        audit.Add("account.password-reset", account.Id, account.UserName);
        await db.SaveChangesAsync(cancellationToken);
        Password = password;
        await LoadAsync(id, cancellationToken);
        return Page();
    }

    private RedirectToPageResult Tell(string id, RightsOutcome outcome, string done)
    {
        TempData.Toast(outcome switch
        {
            RightsOutcome.Done => done,
            RightsOutcome.AlreadyHeld => "这个账号在那里已有这个角色。",
            RightsOutcome.LastAdministrator => "不能这样做：网站至少要留一位能登录的全站管理员。",
            RightsOutcome.Unknown => "没有改动：请刷新后重新选择。",
        });
        return RedirectToPage(new { id });
    }

    private async Task<bool> LoadAsync(string id, CancellationToken cancellationToken)
    {
        if (await accounts.FindByIdAsync(id) is not { } account)
        {
            return false;
        }

        Account = account;
        IsLocked = await accounts.IsLockedOutAsync(account);
        Units = await branches.ListAsync(cancellationToken);
        Imported = await grantable.ImportedAsync(cancellationToken);
        var held = new List<Held>();
        foreach (var row in await db.Set<RoleAssignment>().AsNoTracking()
            .Where(row => row.SubjectId == id).OrderBy(row => row.Role).ToListAsync(cancellationToken))
        {
            held.Add(new Held(
                row.Id,
                Kernel.Security.Roles.DisplayName(row.Role),
                row.OrgUnitId is null ? "全站" : await branches.NameOfAsync(row.OrgUnitId, cancellationToken)));
        }

        Roles = held;
        return true;
    }

    internal sealed record Held(Guid Id, string Role, string Place);
}
