using Microsoft.AspNetCore.Identity;
using PartyCms.Kernel.Data;
using PartyCms.Kernel.Security;

namespace PartyCms.Accounts.Setup;

/// <summary>Makes accounts with their roles.</summary>
internal sealed class AccountFactory(UserManager<Account> accounts, CmsDbContext db, TimeProvider clock)
{
    /// <summary>A password of 16 characters, about 79 bits.</summary>
    public static string NewPassword() => ReadableCode.New(16);

    /// <summary>Makes an account with one role at one node (null: the whole site).</summary>
    public async Task<(Account? Account, string? Fault)> CreateAsync(
        string userName, string password, string role, Guid? orgUnitId, CancellationToken cancellationToken)
    {
        var account = new Account { UserName = userName };
        var result = await accounts.CreateAsync(account, password);
        if (!result.Succeeded)
        {
            return (null, string.Join(" ", result.Errors.Select(error => error.Description)));
        }

        await GiveAsync(account, role, orgUnitId, cancellationToken);
        return (account, null);
    }

    /// <summary>Makes an account of a member that nobody signs in to by a password.</summary>
    public async Task<Account> CreateWithoutPasswordAsync(Guid branchId, CancellationToken cancellationToken)
    {
        var account = new Account { UserName = $"member-{ReadableCode.New(10)}" };
        var result = await accounts.CreateAsync(account);
        if (!result.Succeeded)
        {
            throw new InvalidOperationException(string.Join(" ", result.Errors.Select(error => error.Code)));
        }

        await GiveAsync(account, Roles.Member, branchId, cancellationToken);
        return account;
    }

    private Task<int> GiveAsync(Account account, string role, Guid? orgUnitId, CancellationToken cancellationToken)
    {
        db.Add(new RoleAssignment
        {
            Id = Guid.CreateVersion7(clock.GetUtcNow()),
            SubjectId = account.Id,
            Role = role,
            OrgUnitId = orgUnitId,
        });
        return db.SaveChangesAsync(cancellationToken);
    }
}
