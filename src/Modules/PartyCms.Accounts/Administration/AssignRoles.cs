using PartyCms.Kernel.Audit;
using PartyCms.Kernel.Data;
using PartyCms.Kernel.Security;
using PartyCms.Organization.Contracts;

namespace PartyCms.Accounts.Administration;

/// <summary>What became of a change of somebody's rights.</summary>
internal enum RightsOutcome
{
    Done,

    /// <summary>No such account, role, unit or assignment.</summary>
    Unknown,

    /// <summary>The account already holds the role there.</summary>
    AlreadyHeld,

    /// <summary>Nobody could administer the site any more.</summary>
    LastAdministrator,
}

/// <summary>Gives roles at nodes of the tree and takes them away.</summary>
internal sealed class AssignRoles(
    CmsDbContext db, BranchDirectory branches, Administrators administrators, GrantableRoles grantable, AuditLog audit, TimeProvider clock)
{
    /// <summary>Gives a role for a unit and all below it; null is the whole site.</summary>
    public async Task<RightsOutcome> AddAsync(Account account, string role, Guid? orgUnitId, CancellationToken cancellationToken)
    {
        if (!await grantable.ContainsAsync(role, cancellationToken)
            || (orgUnitId is not null && await branches.FindAsync(orgUnitId, cancellationToken) is null))
        {
            return RightsOutcome.Unknown;
        }

        var rows = db.Set<RoleAssignment>();
        if (await rows.AnyAsync(
            row => row.SubjectId == account.Id && row.Role == role && row.OrgUnitId == orgUnitId, cancellationToken))
        {
            return RightsOutcome.AlreadyHeld;
        }

        rows.Add(new RoleAssignment
        {
            Id = Guid.CreateVersion7(clock.GetUtcNow()),
            SubjectId = account.Id,
            Role = role,
            OrgUnitId = orgUnitId,
        });
        audit.Add("account.role-added", account.Id, await DetailAsync(account, role, orgUnitId, cancellationToken));
        await db.SaveChangesAsync(cancellationToken);
        return RightsOutcome.Done;
    }

    /// <summary>Takes a role away, unless nobody could administer the site any more.</summary>
    public async Task<RightsOutcome> RemoveAsync(Account account, Guid assignmentId, CancellationToken cancellationToken)
    {
        var row = await db.Set<RoleAssignment>()
            .SingleOrDefaultAsync(row => row.Id == assignmentId && row.SubjectId == account.Id, cancellationToken);
        if (row is null)
        {
            return RightsOutcome.Unknown;
        }

        var isSiteAdministrator = row is { Role: Roles.Administrator, OrgUnitId: null };
        if (isSiteAdministrator && !await administrators.AnyBesideAsync(account.Id, cancellationToken))
        {
            return RightsOutcome.LastAdministrator;
        }

        db.Remove(row);
        audit.Add("account.role-removed", account.Id, await DetailAsync(account, row.Role, row.OrgUnitId, cancellationToken));
        await db.SaveChangesAsync(cancellationToken);
        return RightsOutcome.Done;
    }

    private async Task<string> DetailAsync(Account account, string role, Guid? orgUnitId, CancellationToken cancellationToken) =>
        $"{account.UserName}：{Roles.DisplayName(role)}，"
        + (orgUnitId is null ? "全站" : await branches.NameOfAsync(orgUnitId, cancellationToken));
}
