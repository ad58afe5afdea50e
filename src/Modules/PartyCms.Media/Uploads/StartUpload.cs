using PartyCms.Kernel.Data;
using PartyCms.Kernel.Security;
using PartyCms.Kernel.Time;
using PartyCms.Media.Files;
using PartyCms.Media.Folders;

namespace PartyCms.Media.Uploads;

/// <summary>Announces a file that will come in pieces.</summary>
internal sealed class StartUpload(CmsDbContext db, Caller caller, SiteTime time)
{
    /// <summary>How long an upload waits for its next piece.</summary>
    public static readonly TimeSpan Patience = TimeSpan.FromHours(24);

    /// <summary>Most unfinished uploads of one account.</summary>
    public const int Most = 50;

    /// <returns>The upload; null where the account has too many unfinished ones.</returns>
    public async Task<MediaUpload?> RunAsync(
        long length, string name, string alt, MediaPlace place, CancellationToken cancellationToken)
    {
        var (owner, now) = (caller.Id!, time.Now);
        if (await db.Set<MediaUpload>().CountAsync(
            row => row.OwnerId == owner && row.FileId == null && row.ExpiresUtc > now, cancellationToken) >= Most)
        {
            return null;
        }

        var upload = new MediaUpload
        {
            Id = Guid.CreateVersion7(now),
            OwnerId = owner,
            Name = MediaName.Clean(name),
            Alt = MediaName.Shorten(alt.Trim(), MediaFileConfiguration.AltLength),
            OrgUnitId = place.OrgUnitId,
            FolderId = place.Folder?.Id,
            Length = length,
            ExpiresUtc = now + Patience,
        };
        db.Add(upload);
        await db.SaveChangesAsync(cancellationToken);
        return upload;
    }
}
