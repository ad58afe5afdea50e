using PartyCms.Kernel.Audit;
using PartyCms.Kernel.Data;
using PartyCms.Media.Files;

namespace PartyCms.Media.Folders;

/// <summary>Deletes an empty folder.</summary>
internal sealed class DeleteFolder(CmsDbContext db, AuditLog audit)
{
    public async Task<FolderVerdict> RunAsync(MediaPlace place, CancellationToken cancellationToken)
    {
        var folder = place.Folder!;
        var id = folder.Id;
        if (await IsUsedAsync(id, cancellationToken))
        {
            return FolderVerdict.NotEmpty;
        }

        db.Remove(folder);
        audit.Add("media.folder-deleted", id.ToString("N"), place.Path);
        try
        {
            await db.SaveChangesAsync(cancellationToken);
            return FolderVerdict.Done;
        }
        catch (DbUpdateConcurrencyException)
        {
            db.ChangeTracker.Clear();
            return FolderVerdict.Conflict;
        }
        catch (DbUpdateException)
        {
            // Something came in between the look and the deletion; the foreign key held it.
            db.ChangeTracker.Clear();
            if (await IsUsedAsync(id, cancellationToken))
            {
                return FolderVerdict.NotEmpty;
            }

            throw;
        }
    }

    private async Task<bool> IsUsedAsync(Guid id, CancellationToken cancellationToken) =>
        await db.Set<MediaFolder>().AnyAsync(row => row.ParentId == id, cancellationToken)
        || await db.Set<MediaFile>().AnyAsync(row => row.FolderId == id, cancellationToken);
}
