using PartyCms.Kernel.Data;
using PartyCms.Kernel.Security;
using PartyCms.Kernel.Time;

namespace PartyCms.Media.Uploads;

/// <summary>Finds an upload of the caller that has not run out; not tracked.</summary>
internal sealed class FindUpload(CmsDbContext db, Caller caller, SiteTime time)
{
    public Task<MediaUpload?> RunAsync(Guid id, CancellationToken cancellationToken)
    {
        var (owner, now) = (caller.Id, time.Now);
        return db.Set<MediaUpload>().AsNoTracking()
            .SingleOrDefaultAsync(row => row.Id == id && row.OwnerId == owner && row.ExpiresUtc > now, cancellationToken);
    }
}
