using PartyCms.Kernel.Audit;
using PartyCms.Kernel.Content;
using PartyCms.Kernel.Data;

namespace PartyCms.Media.Files;

/// <summary>Deletes a file that no content shows.</summary>
internal sealed class DeleteMedia(CmsDbContext db, MediaStore store, AuditLog audit)
{
    /// <summary>Deletes it; false where a version of some content, even an old one, holds its address.</summary>
    public async Task<bool> RunAsync(MediaFile file, CancellationToken cancellationToken)
    {
        var path = MediaPath.Parse(file.Path)!;
        var hash = path.Hash;
        if (await db.Set<ContentItem>().AnyAsync(item => item.Data.Contains(hash), cancellationToken))
        {
            return false;
        }

        db.Remove(file);
        audit.Add("media.deleted", file.Id.ToString("N"), file.OriginalName);
        await db.SaveChangesAsync(cancellationToken);
        store.Delete(path);
        return true;
    }
}
