using PartyCms.Kernel.Audit;
using PartyCms.Kernel.Data;

namespace PartyCms.Media.Folders;

/// <summary>
/// Renames a folder or moves it below another of the same unit, with all that is in it. Addresses of files do not
/// change: they are made of the content.
/// </summary>
internal sealed class MoveFolder(CmsDbContext db, IDatabaseProvider provider, AuditLog audit)
{
    public async Task<FolderOutcome> RunAsync(
        MediaPlace from, MediaPlace to, string? name, CancellationToken cancellationToken)
    {
        var folder = from.Folder!;
        if (FolderName.Clean(name) is not { } clean)
        {
            return new(FolderVerdict.BadName);
        }

        if (to.OrgUnitId != folder.OrgUnitId)
        {
            return new(FolderVerdict.BadPlace);
        }

        var unit = folder.OrgUnitId;
        var prefix = folder.PathKey + "/";
        var below = await db.Set<MediaFolder>()
            .Where(row => row.OrgUnitId == unit && row.PathKey.StartsWith(prefix)).ToListAsync(cancellationToken);
        var deepest = below.Select(row => row.Depth).Append(folder.Depth).Max() - folder.Depth + 1;
        if (to.Folder is { } target
            && (target.Id == folder.Id || below.Any(row => row.Id == target.Id) || target.Depth + deepest > FolderName.MostDepth))
        {
            return new(FolderVerdict.BadPlace);
        }

        var before = folder.Path;
        folder.PlaceUnder(to.Folder, clean);
        foreach (var row in below)
        {
            row.Follow(before, folder.Path);
        }

        audit.Add("media.folder-moved", folder.Id.ToString("N"), $"{before} → {folder.Path}");
        return await CreateFolder.SaveAsync(db, provider, folder, cancellationToken);
    }
}
