using System.Data;
using Microsoft.Extensions.Caching.Memory;
using PartyCms.Kernel.Data;
using PartyCms.Kernel.Outbox;
using PartyCms.Kernel.Security;
using PartyCms.Organization.Contracts;

namespace PartyCms.Organization.Tree;

/// <summary>What became of a move within the tree.</summary>
internal enum MoveOutcome
{
    Moved,

    /// <summary>The unit or the new parent is not there.</summary>
    Unknown,

    /// <summary>A unit cannot stand below itself.</summary>
    BelowItself,
}

/// <summary>Changes the tree and keeps the closure that permissions are looked up in, in the same transaction.</summary>
internal sealed class OrgTree(CmsDbContext db, OutboxWriter outbox, IMemoryCache memory)
{
    /// <summary>Adds a unit below its parent, which must be saved already.</summary>
    public async Task AddAsync(OrgUnit unit, CancellationToken cancellationToken)
    {
        var ancestors = await AncestorsAsync(unit.ParentId, cancellationToken);
        db.Add(unit);
        db.AddRange(Pairs([.. ancestors, unit.Id], [unit.Id]));
        await db.SaveChangesAsync(cancellationToken);
        BranchDirectory.Forget(memory);
    }

    /// <summary>Hangs a unit with everything below it under another parent; null makes it a root.</summary>
    public async Task<MoveOutcome> MoveAsync(Guid unitId, Guid? newParentId, CancellationToken cancellationToken)
    {
        // Two moves at once could each look right and together make a ring; the engine lets only one of them through.
        await using var transaction = await db.Database.BeginTransactionAsync(IsolationLevel.Serializable, cancellationToken);
        var unit = await db.Set<OrgUnit>().SingleOrDefaultAsync(row => row.Id == unitId, cancellationToken);
        var isParentKnown = newParentId is null || await db.Set<OrgUnit>().AnyAsync(row => row.Id == newParentId, cancellationToken);
        if (unit is null || !isParentKnown)
        {
            return MoveOutcome.Unknown;
        }

        var closure = db.Set<ScopeClosure>();
        var subtree = await closure.Where(pair => pair.AncestorId == unitId)
            .Select(pair => pair.DescendantId).ToListAsync(cancellationToken);
        if (newParentId is { } parent && subtree.Contains(parent))
        {
            return MoveOutcome.BelowItself;
        }

        var before = await AncestorsAsync(unit.ParentId, cancellationToken);
        var after = await AncestorsAsync(newParentId, cancellationToken);
        var left = before.Except(after).ToList();
        db.RemoveRange(await closure.Where(pair => subtree.Contains(pair.DescendantId) && left.Contains(pair.AncestorId))
            .ToListAsync(cancellationToken));
        db.AddRange(Pairs([.. after.Except(before)], subtree));
        unit.ParentId = newParentId;
        await db.SaveChangesAsync(cancellationToken);
        await transaction.CommitAsync(cancellationToken);
        BranchDirectory.Forget(memory);
        return MoveOutcome.Moved;
    }

    /// <summary>Saves changed names and texts of a unit; who keeps its name elsewhere is told of a new one.</summary>
    public async Task SaveAsync(OrgUnit unit, CancellationToken cancellationToken)
    {
        var name = db.Entry(unit).Property(row => row.Name);
        if (name.CurrentValue != name.OriginalValue)
        {
            outbox.Add(new OrgUnitRenamed(unit.Id, unit.Name));
        }

        await db.SaveChangesAsync(cancellationToken);
        outbox.Wake();
        BranchDirectory.Forget(memory);
    }

    /// <summary>Makes the next look at the tree go to the database.</summary>
    public void Forget() => BranchDirectory.Forget(memory);

    private async Task<List<Guid>> AncestorsAsync(Guid? unitId, CancellationToken cancellationToken) => unitId is { } known
        ? await db.Set<ScopeClosure>().Where(pair => pair.DescendantId == known)
            .Select(pair => pair.AncestorId).ToListAsync(cancellationToken)
        : [];

    private static IEnumerable<ScopeClosure> Pairs(List<Guid> ancestors, List<Guid> descendants) =>
        from ancestor in ancestors
        from descendant in descendants
        select new ScopeClosure { AncestorId = ancestor, DescendantId = descendant };
}
