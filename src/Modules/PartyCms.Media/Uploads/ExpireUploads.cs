using PartyCms.Kernel.Data;
using PartyCms.Kernel.Jobs;

namespace PartyCms.Media.Uploads;

/// <summary>Gives up uploads whose sender did not come back within a day, and clears what dead processes left.</summary>
internal sealed class ExpireUploads(CmsDbContext db, UploadParts parts, TimeProvider clock) : IScheduledJob
{
    public string Name => "media.expire-uploads";

    public string DisplayName => "清理没有传完的文件";

    public DateTimeOffset NextRun(DateTimeOffset finished) => finished.AddHours(1);

    public async Task RunAsync(CancellationToken cancellationToken)
    {
        var now = clock.GetUtcNow();
        var over = await db.Set<MediaUpload>().Where(upload => upload.ExpiresUtc <= now)
            .Select(upload => upload.Id).ToListAsync(cancellationToken);
        foreach (var id in over)
        {
            parts.Delete(id);
        }

        await db.Set<MediaUpload>().Where(upload => over.Contains(upload.Id)).ExecuteDeleteAsync(cancellationToken);
        var known = await db.Set<MediaUpload>().Select(upload => upload.Id).ToListAsync(cancellationToken);
        parts.DeleteStrays(now - StartUpload.Patience, known.ToHashSet());
    }
}
