using PartyCms.Kernel.Data;
using PartyCms.Kernel.Security;
using PartyCms.Organization.Members;

namespace PartyCms.Organization.Contracts;

/// <summary>One member as other modules may know it; never shown on public pages.</summary>
/// <param name="Id">Id of the member.</param>
/// <param name="Name">Real name.</param>
/// <param name="BranchId">The branch of the one formal affiliation.</param>
/// <param name="AffiliatedOn">When that affiliation began.</param>
public sealed record MemberInfo(Guid Id, string Name, Guid BranchId, DateOnly AffiliatedOn);

/// <summary>Finds members for other modules.</summary>
public sealed class MemberDirectory(CmsDbContext db)
{
    /// <summary>The member an account belongs to, or null.</summary>
    public Task<MemberInfo?> FindByAccountAsync(string? accountId, CancellationToken cancellationToken) =>
        accountId is null
            ? Task.FromResult<MemberInfo?>(null)
            : db.Set<Member>().AsNoTracking().Where(member => member.AccountId == accountId)
                .Select(member => new MemberInfo(member.Id, member.Name, member.BranchId, member.AffiliatedOn))
                .SingleOrDefaultAsync(cancellationToken);

    /// <summary>The member with an id, or null.</summary>
    public Task<MemberInfo?> FindAsync(Guid memberId, CancellationToken cancellationToken) =>
        db.Set<Member>().AsNoTracking().Where(member => member.Id == memberId)
            .Select(member => new MemberInfo(member.Id, member.Name, member.BranchId, member.AffiliatedOn))
            .SingleOrDefaultAsync(cancellationToken);

    /// <summary>The members with some ids.</summary>
    public async Task<IReadOnlyList<MemberInfo>> ListAsync(IReadOnlyCollection<Guid> memberIds, CancellationToken cancellationToken) =>
        await db.Set<Member>().AsNoTracking().Where(member => memberIds.Contains(member.Id))
            .Select(member => new MemberInfo(member.Id, member.Name, member.BranchId, member.AffiliatedOn)).ToListAsync(cancellationToken);

    /// <summary>Members of a unit and of the units below it, by branch and roster order, at most <paramref name="take" />.</summary>
    public async Task<IReadOnlyList<MemberInfo>> ListWithinAsync(Guid orgUnitId, int take, CancellationToken cancellationToken) =>
        await db.Set<Member>().AsNoTracking()
            .Where(member => db.Set<ScopeClosure>().Any(pair => pair.AncestorId == orgUnitId && pair.DescendantId == member.BranchId))
            .OrderBy(member => member.BranchId).ThenBy(member => member.Position).Take(take)
            .Select(member => new MemberInfo(member.Id, member.Name, member.BranchId, member.AffiliatedOn)).ToListAsync(cancellationToken);

    /// <summary>The branches of the members whose ids a query gives.</summary>
    public Task<Dictionary<Guid, Guid>> BranchesOfAsync(IQueryable<Guid> memberIds, CancellationToken cancellationToken) =>
        db.Set<Member>().Where(member => memberIds.Contains(member.Id))
            .ToDictionaryAsync(member => member.Id, member => member.BranchId, cancellationToken);

    /// <summary>
    /// The one member of a name whom a proof code belongs to; null where there is none, or more than one. Whoever calls
    /// this lets nobody try many codes.
    /// </summary>
    public async Task<MemberInfo?> FindByProofAsync(string name, string code, CancellationToken cancellationToken)
    {
        var found = await db.Set<Member>().AsNoTracking().Where(member => member.Name == name && member.ProofCode == code)
            .Select(member => new MemberInfo(member.Id, member.Name, member.BranchId, member.AffiliatedOn))
            .Take(2).ToListAsync(cancellationToken);
        return found.Count == 1 ? found[0] : null;
    }

    /// <summary>Id of the account that belongs to a member, or null.</summary>
    public Task<string?> AccountOfAsync(Guid memberId, CancellationToken cancellationToken) =>
        db.Set<Member>().Where(member => member.Id == memberId).Select(member => member.AccountId)
            .SingleOrDefaultAsync(cancellationToken);

    /// <summary>Binds an account to a member; both must be free.</summary>
    public async Task<bool> BindAccountAsync(Guid memberId, string accountId, CancellationToken cancellationToken) =>
        await db.Set<Member>().Where(member => member.Id == memberId && member.AccountId == null)
            .ExecuteUpdateAsync(set => set.SetProperty(member => member.AccountId, accountId), cancellationToken) == 1;

    /// <summary>Members of a branch, in roster order, at most <paramref name="take" />.</summary>
    public async Task<IReadOnlyList<MemberInfo>> ListAsync(Guid? branchId, int take, CancellationToken cancellationToken) =>
        await db.Set<Member>().AsNoTracking().Where(member => branchId == null || member.BranchId == branchId)
            .OrderBy(member => member.BranchId).ThenBy(member => member.Position).Take(take)
            .Select(member => new MemberInfo(member.Id, member.Name, member.BranchId, member.AffiliatedOn)).ToListAsync(cancellationToken);
}
