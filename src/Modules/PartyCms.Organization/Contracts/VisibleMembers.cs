using PartyCms.Kernel.Data;
using PartyCms.Kernel.Security;
using PartyCms.Organization.Members;

namespace PartyCms.Organization.Contracts;

/// <summary>A member with an account, as somebody who may see the roster sees it.</summary>
/// <param name="AccountId">Id of the account.</param>
/// <param name="Name">Real name.</param>
/// <param name="BranchId">The branch of the one formal affiliation.</param>
public sealed record VisibleMember(string AccountId, string Name, Guid BranchId);

/// <summary>People by name, for pickers: only those on rosters the caller may see.</summary>
public sealed class VisibleMembers(CmsDbContext db, Caller caller)
{
    private const int Most = 500;

    /// <summary>Members with an account within the caller's scope, by branch and roster order; nobody without the permission.</summary>
    public async Task<IReadOnlyList<VisibleMember>> ListAsync(CancellationToken cancellationToken)
    {
        return await (await VisibleAsync(cancellationToken))
            .OrderBy(member => member.BranchId).ThenBy(member => member.Position).Take(Most)
            .Select(member => new VisibleMember(member.AccountId!, member.Name, member.BranchId)).ToListAsync(cancellationToken);
    }

    /// <summary>Which of some accounts belong to members within the caller's scope.</summary>
    public async Task<IReadOnlySet<string>> AmongAsync(IReadOnlyCollection<string> accountIds, CancellationToken cancellationToken) =>
        await (await VisibleAsync(cancellationToken)).Where(member => accountIds.Contains(member.AccountId!))
            .Select(member => member.AccountId!).ToHashSetAsync(cancellationToken);

    private async Task<IQueryable<Member>> VisibleAsync(CancellationToken cancellationToken)
    {
        await caller.LoadAsync(cancellationToken);
        var members = db.Set<Member>().AsNoTracking().Where(member => member.AccountId != null);
        return caller.ScopeOf(OrganizationPermissions.ViewMembers).Filter(members, db, member => member.BranchId);
    }
}
