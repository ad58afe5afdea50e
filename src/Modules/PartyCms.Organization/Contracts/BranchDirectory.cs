using System.Collections.Frozen;
using Microsoft.Extensions.Caching.Memory;
using PartyCms.Kernel.Data;
using PartyCms.Kernel.Security;
using PartyCms.Organization.Tree;

namespace PartyCms.Organization.Contracts;

/// <summary>
/// Looks organisation units up by id or slug. The directory is read whole and remembered for a minute: a district has
/// hundreds of units, and every page names some. A change in this process is seen at once.
/// </summary>
public sealed class BranchDirectory(CmsDbContext db, IMemoryCache memory)
{
    private const string CacheKey = "branch-directory";

    private static readonly TimeSpan Remembered = TimeSpan.FromMinutes(1);

    /// <summary>All units, ordered by their place in the tree.</summary>
    public async Task<IReadOnlyList<BranchInfo>> ListAsync(CancellationToken cancellationToken) =>
        (await GetAsync(cancellationToken)).All;

    /// <summary>The units in a scope, ordered by their place in the tree; in one query at the most.</summary>
    public async Task<IReadOnlyList<BranchInfo>> ListAsync(PermissionScope scope, CancellationToken cancellationToken)
    {
        var all = await ListAsync(cancellationToken);
        if (scope.IsEverywhere)
        {
            return all;
        }

        var roots = scope.Roots;
        var within = await db.Set<ScopeClosure>().Where(pair => roots.Contains(pair.AncestorId))
            .Select(pair => pair.DescendantId).ToHashSetAsync(cancellationToken);
        return [.. all.Where(unit => within.Contains(unit.Id))];
    }

    /// <summary>The unit with an id, or null.</summary>
    public async Task<BranchInfo?> FindAsync(Guid? id, CancellationToken cancellationToken) =>
        id is { } known ? (await GetAsync(cancellationToken)).ById.GetValueOrDefault(known) : null;

    /// <summary>The unit with a slug, or null.</summary>
    public async Task<BranchInfo?> FindAsync(string slug, CancellationToken cancellationToken) =>
        (await GetAsync(cancellationToken)).BySlug.GetValueOrDefault(slug);

    /// <summary>Name of a unit; empty for the platform and for an unknown id.</summary>
    public async Task<string> NameOfAsync(Guid? id, CancellationToken cancellationToken) =>
        (await FindAsync(id, cancellationToken))?.Name ?? "";

    /// <summary>Makes the next look go to the database. For whoever is told of a change that another node made.</summary>
    public void Forget() => Forget(memory);

    internal static void Forget(IMemoryCache memory) => memory.Remove(CacheKey);

    private async ValueTask<Snapshot> GetAsync(CancellationToken cancellationToken)
    {
        if (memory.TryGetValue<Snapshot>(CacheKey, out var snapshot))
        {
            return snapshot!;
        }

        var all = await db.Set<OrgUnit>().AsNoTracking().OrderBy(unit => unit.Position).ThenBy(unit => unit.Name)
            .Select(unit => new BranchInfo(
                unit.Id, unit.Slug, unit.Name, unit.Kind, unit.ParentId, unit.HostKind, unit.HostName, unit.IsNetworkBranch, unit.Intro))
            .ToListAsync(cancellationToken);
        return memory.Set(
            CacheKey,
            new Snapshot(all, all.ToFrozenDictionary(unit => unit.Id), all.ToFrozenDictionary(unit => unit.Slug, StringComparer.Ordinal)),
            Remembered);
    }

    private sealed record Snapshot(
        IReadOnlyList<BranchInfo> All, FrozenDictionary<Guid, BranchInfo> ById, FrozenDictionary<string, BranchInfo> BySlug);
}
