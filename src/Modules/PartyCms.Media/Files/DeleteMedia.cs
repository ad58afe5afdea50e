using PartyCms.Kernel.Audit;
using PartyCms.Kernel.Data;
using PartyCms.Kernel.Security;
using PartyCms.Media.Resizing;
using PartyCms.Media.Storage;
using PartyCms.Media.Usage;

namespace PartyCms.Media.Files;

/// <summary>How a deletion ended.</summary>
internal enum DeleteVerdict
{
    Deleted,

    /// <summary>The published or the latest version of some content shows it, and nobody who may insisted.</summary>
    Used,
}

/// <summary>Deletes a file, one of the caller's.</summary>
internal sealed class DeleteMedia(
    CmsDbContext db, IMediaStore store, UnsettledFiles unsettled, FindUsage usage, Caller caller, AuditLog audit)
{
    /// <param name="file">The file.</param>
    /// <param name="force">Also where it is used; counts only for who may (<see cref="MediaPermissions.DeleteUsed" />).</param>
    /// <param name="cancellationToken">Stops the work.</param>
    public async Task<DeleteVerdict> RunAsync(MediaFile file, bool force, CancellationToken cancellationToken)
    {
        var isUsed = await usage.IsUsedAsync(file, cancellationToken);
        if (isUsed && !(force && await caller.CanAsync(MediaPermissions.DeleteUsed, file.OrgUnitId, cancellationToken)))
        {
            return DeleteVerdict.Used;
        }

        var note = await unsettled.BeginAsync(file.Path, cancellationToken);
        db.Remove(file);
        audit.Add(isUsed ? "media.used-deleted" : "media.deleted", file.Id.ToString("N"), file.OriginalName);
        await db.SaveChangesAsync(cancellationToken);

        // The same content may have come in again meanwhile.
        var path = MediaPath.Parse(file.Path)!;
        if (!await db.Set<MediaFile>().AnyAsync(row => row.Path == file.Path, cancellationToken))
        {
            await store.DeleteAsync([path.Value, .. ImageResizer.Widths.Select(path.VariantOf)], cancellationToken);
        }

        UnsettledFiles.End(note);
        return DeleteVerdict.Deleted;
    }
}
