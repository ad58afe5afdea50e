using PartyCms.Kernel.Data;
using PartyCms.Kernel.Security;

namespace PartyCms.Accounts.Administration;

/// <summary>Guards the rule that somebody can always administer the whole site.</summary>
internal sealed class Administrators(CmsDbContext db, TimeProvider clock)
{
    /// <summary>Whether another account that can sign in administers the whole site.</summary>
    public Task<bool> AnyBesideAsync(string accountId, CancellationToken cancellationToken)
    {
        var now = clock.GetUtcNow();
        return db.Set<RoleAssignment>()
            .Where(row => row.Role == Roles.Administrator && row.OrgUnitId == null && row.SubjectId != accountId)
            .AnyAsync(
                row => db.Set<Account>().Any(
                    account => account.Id == row.SubjectId && (account.LockoutEnd == null || account.LockoutEnd <= now)),
                cancellationToken);
    }
}
