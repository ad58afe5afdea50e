using System.Diagnostics;
using PartyCms.Kernel.Data;
using PartyCms.Media.Files;
using PartyCms.Media.Folders;

namespace PartyCms.Media.Uploads;

/// <summary>
/// Makes the file of an upload whose bytes are all there, or ends an upload. Safe to repeat: the same content of a unit
/// becomes one file however often it is finished.
/// </summary>
internal sealed class FinishUpload(CmsDbContext db, UploadParts parts, UploadMedia upload, MediaPlaces places)
{
    // The sender may be gone; what it sent is finished all the same, so that it need not be sent again.
    public async Task<AppendOutcome> RunAsync(MediaUpload pieces, FileStream file)
    {
        if (await FindPlaceAsync(pieces) is not { } place)
        {
            await DropAsync(pieces);
            return new AppendOutcome.NoPlace();
        }

        await file.DisposeAsync();
        if (!File.Exists(parts.LocationOf(pieces.Id)))
        {
            // Given up while the last piece came in.
            return new AppendOutcome.Missing();
        }

        switch (await upload.RunAsync(parts.LocationOf(pieces.Id), pieces.Name, pieces.Alt, place, CancellationToken.None))
        {
            case UploadOutcome.Stored(var stored, _):
                pieces.FileId = stored.Id;
                var (id, fileId) = (pieces.Id, stored.Id);
                await db.Set<MediaUpload>().Where(row => row.Id == id)
                    .ExecuteUpdateAsync(set => set.SetProperty(row => row.FileId, fileId), CancellationToken.None);
                parts.Delete(id);
                return new AppendOutcome.Kept(pieces);
            case UploadOutcome.Refused why:
                await DropAsync(pieces);
                return new AppendOutcome.Refused(why);
            default:
                throw new UnreachableException();
        }
    }

    /// <summary>Ends an upload without a file.</summary>
    public async Task DropAsync(MediaUpload pieces)
    {
        var id = pieces.Id;
        await db.Set<MediaUpload>().Where(row => row.Id == id).ExecuteDeleteAsync(CancellationToken.None);
        parts.Delete(id);
    }

    // Asked again at the end: rights and folders may have gone while the pieces came in.
    private async Task<MediaPlace?> FindPlaceAsync(MediaUpload pieces) => pieces.FolderId is { } folder
        ? await places.FindAsync(folder, CancellationToken.None)
        : (await places.TopsAsync(CancellationToken.None)).FirstOrDefault(top => top.OrgUnitId == pieces.OrgUnitId);
}
