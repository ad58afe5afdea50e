using PartyCms.Kernel.Data;
using PartyCms.Organization.Contracts;
using PartyCms.Organization.Members;

namespace PartyCms.Organization.Branches;

/// <summary>Finds what a unit's public page shows beside its sections.</summary>
internal sealed class BranchPage(CmsDbContext db, BranchDirectory branches)
{
    /// <summary>Below this number of members a count would tell of single persons.</summary>
    private const int SmallestCountShown = 5;

    /// <summary>The page's facts, or null for an unknown slug.</summary>
    public async Task<BranchProfile?> FindAsync(string slug, CancellationToken cancellationToken)
    {
        var branch = await branches.FindAsync(slug, cancellationToken);
        if (branch is null)
        {
            return null;
        }

        var all = await branches.ListAsync(cancellationToken);
        var members = await db.Set<Member>().CountAsync(member => member.BranchId == branch.Id, cancellationToken);
        return new BranchProfile(
            branch,
            all.FirstOrDefault(unit => unit.Id == branch.ParentId),
            [.. all.Where(unit => unit.ParentId == branch.Id)],
            members >= SmallestCountShown ? members : null);
    }
}

/// <summary>What everybody may know of a unit.</summary>
/// <param name="Branch">The unit.</param>
/// <param name="Parent">The unit above it, or null.</param>
/// <param name="Below">Units directly below it.</param>
/// <param name="Members">Number of members; null where it is too small to be told.</param>
internal sealed record BranchProfile(BranchInfo Branch, BranchInfo? Parent, IReadOnlyList<BranchInfo> Below, int? Members);
