using PartyCms.Kernel.Content;
using PartyCms.Kernel.Data;

namespace PartyCms.Contents.History;

/// <summary>Finds one version of an item for those who may edit it where it then was; else there is none.</summary>
internal sealed class FindVersion(CmsDbContext db, ContentAccess access)
{
    public async Task<ContentItem?> RunAsync(string contentItemId, string versionId, CancellationToken cancellationToken)
    {
        var version = await db.Set<ContentItem>().AsNoTracking().SingleOrDefaultAsync(
            item => item.ContentItemVersionId == versionId && item.ContentItemId == contentItemId, cancellationToken);
        return version is not null && await access.CanEditAsync(version.ContentType, version.OrgUnitId, cancellationToken)
            ? version
            : null;
    }
}
