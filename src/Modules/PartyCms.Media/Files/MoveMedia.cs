using PartyCms.Kernel.Audit;
using PartyCms.Kernel.Data;
using PartyCms.Media.Folders;

namespace PartyCms.Media.Files;

/// <summary>
/// Puts a file into another place, or gives it another name. Both file and place are the caller's. Its address stays: it
/// is made of the content.
/// </summary>
internal sealed class MoveMedia(CmsDbContext db, AuditLog audit)
{
    /// <summary>Moves it; false where the folder was deleted at the same moment.</summary>
    public async Task<bool> RunAsync(MediaFile file, MediaPlace to, CancellationToken cancellationToken)
    {
        if (file.OrgUnitId == to.OrgUnitId && file.FolderId == to.Folder?.Id)
        {
            return true;
        }

        file.OrgUnitId = to.OrgUnitId;
        file.FolderId = to.Folder?.Id;
        audit.Add("media.moved", file.Id.ToString("N"), $"{file.OriginalName} → {to.Path}");
        try
        {
            await db.SaveChangesAsync(cancellationToken);
            return true;
        }
        catch (DbUpdateException) when (to.Folder is not null)
        {
            db.ChangeTracker.Clear();
            var id = to.Folder.Id;
            if (await db.Set<MediaFolder>().AnyAsync(row => row.Id == id, cancellationToken))
            {
                throw;
            }

            return false;
        }
    }
}
