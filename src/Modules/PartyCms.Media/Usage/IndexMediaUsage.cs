using PartyCms.Kernel.Content;
using PartyCms.Kernel.Data;

namespace PartyCms.Media.Usage;

/// <summary>Keeps the index of what uses which file, in the transaction of each save.</summary>
internal sealed class IndexMediaUsage(CmsDbContext db) : ContentHandler
{
    public override async ValueTask SavedAsync(ContentItem item, CancellationToken cancellationToken)
    {
        var version = item.ContentItemVersionId;
        await db.Set<MediaUsage>().Where(usage => usage.ContentItemVersionId == version).ExecuteDeleteAsync(cancellationToken);
        foreach (var (filePath, place) in MediaReferences.Find(item.Parts))
        {
            db.Add(new MediaUsage
            {
                FilePath = filePath,
                ContentItemId = item.ContentItemId,
                ContentItemVersionId = version,
                Place = place,
            });
        }
    }
}
