using PartyCms.Kernel.Audit;
using PartyCms.Kernel.Data;
using PartyCms.Kernel.Outbox;
using PartyCms.Kernel.Security;
using PartyCms.Kernel.Time;
using PartyCms.Organization.Contracts;

namespace PartyCms.Organization.Members;

/// <summary>Reads and changes the rosters of the branches in the caller's part of the tree; every look is noted.</summary>
internal sealed class Roster(CmsDbContext db, Caller caller, AuditLog audit, OutboxWriter outbox, SiteTime time)
{
    /// <summary>Members of a branch in roster order, or null where the caller may not see them.</summary>
    public async Task<IReadOnlyList<Member>?> ViewAsync(Guid branchId, string branchName, CancellationToken cancellationToken)
    {
        if (!await caller.CanAsync(OrganizationPermissions.ViewMembers, branchId, cancellationToken))
        {
            return null;
        }

        var members = await db.Set<Member>().AsNoTracking().Where(member => member.BranchId == branchId)
            .OrderBy(member => member.Position).ToListAsync(cancellationToken);
        audit.Add("members.viewed", branchId.ToString("N"), branchName);
        await db.SaveChangesAsync(cancellationToken);
        return members;
    }

    /// <summary>Puts a person at the end of a roster; false where the caller may not.</summary>
    public async Task<bool> AddAsync(
        Guid branchId, string name, DateOnly affiliatedOn, bool isProbationary, CancellationToken cancellationToken)
    {
        if (!await MayManageAsync(branchId, cancellationToken))
        {
            return false;
        }

        var member = new Member
        {
            Id = Guid.CreateVersion7(time.Now),
            Name = name.Trim(),
            BranchId = branchId,
            AffiliatedOn = affiliatedOn,
            IsProbationary = isProbationary,
            Position = await EndOfAsync(branchId, cancellationToken),
        };
        db.Add(member);
        return await SaveAsync("members.added", member, cancellationToken);
    }

    /// <summary>Corrects a name; false where there is no such member in the caller's part.</summary>
    public async Task<bool> RenameAsync(Guid id, string name, CancellationToken cancellationToken)
    {
        if (await FindAsync(id, cancellationToken) is not { } member)
        {
            return false;
        }

        member.Name = name.Trim();
        return await SaveAsync("members.renamed", member, cancellationToken);
    }

    /// <summary>
    /// Notes what a member proves to be this one by; empty for nothing. False where there is no such member in the
    /// caller's part.
    /// </summary>
    public async Task<bool> SetProofCodeAsync(Guid id, string? code, CancellationToken cancellationToken)
    {
        if (await FindAsync(id, cancellationToken) is not { } member)
        {
            return false;
        }

        member.ProofCode = string.IsNullOrWhiteSpace(code) ? null : code.Trim();
        return await SaveAsync("members.proof-changed", member, cancellationToken);
    }

    /// <summary>
    /// Moves the one formal affiliation (S0-95) to another branch from today on; false where either branch is outside
    /// of the caller's part.
    /// </summary>
    public async Task<bool> MoveAsync(Guid id, Guid branchId, CancellationToken cancellationToken)
    {
        if (await FindAsync(id, cancellationToken) is not { } member || !await MayManageAsync(branchId, cancellationToken))
        {
            return false;
        }

        if (member.BranchId == branchId)
        {
            return true;
        }

        member.Position = await EndOfAsync(branchId, cancellationToken);
        member.BranchId = branchId;
        member.AffiliatedOn = time.Today;
        outbox.Add(new MemberMoved(member.Id, branchId));
        return await SaveAsync("members.moved", member, cancellationToken);
    }

    private async Task<Member?> FindAsync(Guid id, CancellationToken cancellationToken)
    {
        var member = await db.Set<Member>().SingleOrDefaultAsync(row => row.Id == id, cancellationToken);
        return member is not null && await MayManageAsync(member.BranchId, cancellationToken) ? member : null;
    }

    private Task<bool> MayManageAsync(Guid branchId, CancellationToken cancellationToken) =>
        caller.CanAsync(OrganizationPermissions.ManageMembers, branchId, cancellationToken);

    private async Task<int> EndOfAsync(Guid branchId, CancellationToken cancellationToken) =>
        1 + (await db.Set<Member>().Where(row => row.BranchId == branchId)
            .MaxAsync(row => (int?)row.Position, cancellationToken) ?? 0);

    // Names stay out of the audit's texts; the id leads to them as long as the person is on a roster.
    private async Task<bool> SaveAsync(string kind, Member member, CancellationToken cancellationToken)
    {
        audit.Add(kind, member.Id.ToString("N"), null);
        await db.SaveChangesAsync(cancellationToken);
        return true;
    }
}
