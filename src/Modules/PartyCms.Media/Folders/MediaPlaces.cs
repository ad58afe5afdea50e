using PartyCms.Kernel.Data;
using PartyCms.Kernel.Security;
using PartyCms.Media.Files;
using PartyCms.Organization.Contracts;

namespace PartyCms.Media.Folders;

/// <summary>
/// The part of the library that the caller may see and change: the folders and files of the units below which the
/// permission to upload was given. Everything else is not there.
/// </summary>
internal sealed class MediaPlaces(CmsDbContext db, Caller caller, BranchDirectory branches)
{
    private const string SiteName = "平台";

    public IQueryable<MediaFile> Files =>
        caller.ScopeOf(MediaPermissions.Upload).Filter(db.Set<MediaFile>(), db, file => file.OrgUnitId);

    public IQueryable<MediaFolder> Folders =>
        caller.ScopeOf(MediaPermissions.Upload).Filter(db.Set<MediaFolder>(), db, folder => folder.OrgUnitId);

    /// <summary>Tops of all units the caller may write for, the platform's first; in the order of the tree.</summary>
    public async Task<IReadOnlyList<MediaPlace>> TopsAsync(CancellationToken cancellationToken)
    {
        await caller.LoadAsync(cancellationToken);
        var scope = caller.ScopeOf(MediaPermissions.Upload);
        var units = await branches.ListAsync(cancellationToken);
        if (scope.IsEverywhere)
        {
            return [new(null, MediaPlace.SiteSlug, SiteName, null), .. units.Select(Top)];
        }

        var roots = scope.Roots;
        var within = await db.Set<ScopeClosure>().Where(pair => roots.Contains(pair.AncestorId))
            .Select(pair => pair.DescendantId).ToListAsync(cancellationToken);
        return [.. units.Where(unit => within.Contains(unit.Id)).Select(Top)];
    }

    /// <summary>Where a file goes when nobody says where.</summary>
    public async Task<MediaPlace> DefaultAsync(CancellationToken cancellationToken)
    {
        var tops = await TopsAsync(cancellationToken);
        var roots = caller.ScopeOf(MediaPermissions.Upload).Roots;
        return tops.FirstOrDefault(top => top.OrgUnitId is { } unit && roots.Count > 0 && unit == roots[0]) ?? tops[0];
    }

    /// <summary>The place of a folder, or null.</summary>
    public async Task<MediaPlace?> FindAsync(Guid folderId, CancellationToken cancellationToken)
    {
        await caller.LoadAsync(cancellationToken);
        return await Folders.SingleOrDefaultAsync(row => row.Id == folderId, cancellationToken) is { } folder
            ? await PlaceOfAsync(folder.OrgUnitId, folder, cancellationToken)
            : null;
    }

    /// <summary>The place at a path such as <c>qinghe/2026</c>, or null.</summary>
    public async Task<MediaPlace?> FindAsync(string path, CancellationToken cancellationToken)
    {
        var segments = path.Trim('/').Split('/', 2);
        var top = (await TopsAsync(cancellationToken)).FirstOrDefault(place => place.Slug == segments[0]);
        if (top is null || segments.Length == 1)
        {
            return top;
        }

        var key = MediaFolder.KeyOf(top.OrgUnitId, segments[1]);
        return await Folders.SingleOrDefaultAsync(row => row.PathKey == key, cancellationToken) is { } folder
            ? top with { Folder = folder }
            : null;
    }

    /// <summary>The place at a path, or null; without a path the caller's own where that is asked for.</summary>
    public async Task<MediaPlace?> FindAsync(string path, bool orDefault, CancellationToken cancellationToken) =>
        orDefault && path.Trim('/').Length == 0
            ? await DefaultAsync(cancellationToken)
            : await FindAsync(path, cancellationToken);

    /// <summary>The place that a form names by folder or, at a top, by the unit's slug; null where it is not the caller's.</summary>
    public async Task<MediaPlace?> FindAsync(Guid? folderId, string? unit, CancellationToken cancellationToken) =>
        folderId is { } id ? await FindAsync(id, cancellationToken)
            : string.IsNullOrEmpty(unit) ? await DefaultAsync(cancellationToken)
            : unit.Contains('/', StringComparison.Ordinal) ? null
            : await FindAsync(unit, cancellationToken);

    /// <summary>Folders that stand directly in a place, by name.</summary>
    public async Task<IReadOnlyList<MediaFolder>> ListAsync(MediaPlace place, CancellationToken cancellationToken)
    {
        var (unit, parent) = (place.OrgUnitId, place.Folder?.Id);
        return await Folders.AsNoTracking().Where(folder => folder.OrgUnitId == unit && folder.ParentId == parent)
            .OrderBy(folder => folder.PathKey).ToListAsync(cancellationToken);
    }

    /// <summary>All folders of the place's unit, by path.</summary>
    public async Task<IReadOnlyList<MediaFolder>> AllAsync(MediaPlace place, CancellationToken cancellationToken)
    {
        var unit = place.OrgUnitId;
        return await Folders.AsNoTracking().Where(folder => folder.OrgUnitId == unit)
            .OrderBy(folder => folder.PathKey).ToListAsync(cancellationToken);
    }

    /// <summary>A file the caller may see, or null.</summary>
    public async Task<MediaFile?> FindFileAsync(Guid id, CancellationToken cancellationToken)
    {
        await caller.LoadAsync(cancellationToken);
        return await Files.SingleOrDefaultAsync(file => file.Id == id, cancellationToken);
    }

    /// <summary>The file of a path such as media fields hold, among those the caller may see; or null.</summary>
    public async Task<MediaFile?> FindFileAsync(string path, CancellationToken cancellationToken)
    {
        await caller.LoadAsync(cancellationToken);
        return await Files.SingleOrDefaultAsync(file => file.Path == path, cancellationToken);
    }

    /// <summary>Units of the caller that have folders; the empty id stands for the platform.</summary>
    public async Task<IReadOnlyList<Guid>> UnitsWithFoldersAsync(CancellationToken cancellationToken) =>
        await Folders.Select(folder => folder.OrgUnitId ?? Guid.Empty).Distinct().ToListAsync(cancellationToken);

    /// <summary>Where a file stands.</summary>
    public async Task<MediaPlace> PlaceOfAsync(MediaFile file, CancellationToken cancellationToken) => await PlaceOfAsync(
        file.OrgUnitId,
        file.FolderId is { } id ? await db.Set<MediaFolder>().SingleOrDefaultAsync(row => row.Id == id, cancellationToken) : null,
        cancellationToken);

    private static MediaPlace Top(BranchInfo unit) => new(unit.Id, unit.Slug, unit.Name, null);

    private async Task<MediaPlace> PlaceOfAsync(Guid? unitId, MediaFolder? folder, CancellationToken cancellationToken) =>
        await branches.FindAsync(unitId, cancellationToken) is { } unit
            ? Top(unit) with { Folder = folder }
            : new(unitId, MediaPlace.SiteSlug, SiteName, folder);
}
