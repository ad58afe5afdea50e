using Microsoft.AspNetCore.Identity;
using PartyCms.Kernel.Audit;
using PartyCms.Kernel.Data;

namespace PartyCms.Accounts.Administration;

/// <summary>Keeps an account from signing in, until somebody unlocks it.</summary>
internal sealed class LockAccount(
    UserManager<Account> accounts, CmsDbContext db, Administrators administrators, AuditLog audit, TimeProvider clock)
{
    private const int Years = 100;

    public async Task<RightsOutcome> LockAsync(Account account, CancellationToken cancellationToken)
    {
        if (!await administrators.AnyBesideAsync(account.Id, cancellationToken))
        {
            return RightsOutcome.LastAdministrator;
        }

        await accounts.SetLockoutEndDateAsync(account, clock.GetUtcNow().AddYears(Years));

        // The stamp ends the sessions that are open now.
        await accounts.UpdateSecurityStampAsync(account);
        audit.Add("account.locked", account.Id, account.UserName);
        await db.SaveChangesAsync(cancellationToken);
        return RightsOutcome.Done;
    }

    public async Task UnlockAsync(Account account, CancellationToken cancellationToken)
    {
        await accounts.SetLockoutEndDateAsync(account, null);
        await accounts.ResetAccessFailedCountAsync(account);
        audit.Add("account.unlocked", account.Id, account.UserName);
        await db.SaveChangesAsync(cancellationToken);
    }
}
