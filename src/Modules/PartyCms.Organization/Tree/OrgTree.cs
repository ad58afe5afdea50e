using Microsoft.Extensions.Caching.Memory;
using PartyCms.Kernel.Data;
using PartyCms.Kernel.Security;
using PartyCms.Organization.Contracts;

namespace PartyCms.Organization.Tree;

/// <summary>Changes the tree and keeps the closure that permissions are looked up in, in the same save.</summary>
internal sealed class OrgTree(CmsDbContext db, IMemoryCache memory)
{
    /// <summary>Adds a unit below its parent, which must be saved already.</summary>
    public async Task AddAsync(OrgUnit unit, CancellationToken cancellationToken)
    {
        var ancestors = unit.ParentId is { } parent
            ? await db.Set<ScopeClosure>().Where(pair => pair.DescendantId == parent)
                .Select(pair => pair.AncestorId).ToListAsync(cancellationToken)
            : [];
        db.Add(unit);
        db.AddRange(ancestors.Append(unit.Id).Select(ancestor => new ScopeClosure { AncestorId = ancestor, DescendantId = unit.Id }));
        await db.SaveChangesAsync(cancellationToken);
        BranchDirectory.Forget(memory);
    }
}
