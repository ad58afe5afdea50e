using PartyCms.Kernel.Audit;
using PartyCms.Kernel.Data;
using PartyCms.Kernel.Time;

namespace PartyCms.Media.Folders;

/// <summary>Makes a folder in a place of the caller's part of the library.</summary>
internal sealed class CreateFolder(CmsDbContext db, IDatabaseProvider provider, AuditLog audit, SiteTime time)
{
    /// <summary>Most folders of one unit: a list that a phone still shows at once.</summary>
    public const int Most = 500;

    public async Task<FolderOutcome> RunAsync(MediaPlace place, string? name, CancellationToken cancellationToken)
    {
        if (FolderName.Clean(name) is not { } clean)
        {
            return new(FolderVerdict.BadName);
        }

        if ((place.Folder?.Depth ?? 0) >= FolderName.MostDepth)
        {
            return new(FolderVerdict.BadPlace);
        }

        var unit = place.OrgUnitId;
        if (await db.Set<MediaFolder>().CountAsync(row => row.OrgUnitId == unit, cancellationToken) >= Most)
        {
            return new(FolderVerdict.TooMany);
        }

        var folder = MediaFolder.Create(Guid.CreateVersion7(time.Now), unit, place.Folder, clean, time.Now);
        db.Add(folder);
        audit.Add("media.folder-created", folder.Id.ToString("N"), $"{place.Slug}/{folder.Path}");
        return await SaveAsync(db, provider, folder, cancellationToken);
    }

    internal static async Task<FolderOutcome> SaveAsync(
        CmsDbContext db, IDatabaseProvider provider, MediaFolder folder, CancellationToken cancellationToken)
    {
        try
        {
            await db.SaveChangesAsync(cancellationToken);
            return new(FolderVerdict.Done, folder);
        }
        catch (DbUpdateConcurrencyException)
        {
            db.ChangeTracker.Clear();
            return new(FolderVerdict.Conflict);
        }
        catch (DbUpdateException exception) when (provider.IsUniqueViolation(exception))
        {
            db.ChangeTracker.Clear();
            return new(FolderVerdict.Taken);
        }
    }
}
