using PartyCms.Contents.Display;
using PartyCms.Kernel.Audit;
using PartyCms.Kernel.Content;
using PartyCms.Kernel.Data;
using PartyCms.Kernel.Web;

namespace PartyCms.Contents.Organizing.Lists;

/// <summary>
/// Puts the items of a list into an order. As in Orchard Core this is no new edition of anything: it sets the place in
/// the live and the latest version, whose text stays.
/// </summary>
internal sealed class ArrangeList(CmsDbContext db, AuditLog audit, PublicCache cache)
{
    /// <param name="containerId">Id of the list.</param>
    /// <param name="order">Ids of its items in their new order; items that are not named keep their place.</param>
    /// <param name="cancellationToken">Stops the act.</param>
    public async Task RunAsync(string containerId, IReadOnlyList<string> order, CancellationToken cancellationToken)
    {
        await using var transaction = await db.Database.BeginTransactionAsync(cancellationToken);
        var versions = await db.Set<ContentItem>()
            .Where(item => item.ContainerId == containerId && (item.Latest || item.Published) && order.Contains(item.ContentItemId))
            .ToListAsync(cancellationToken);
        var places = order.Select((id, place) => (id, place)).ToDictionary(pair => pair.id, pair => pair.place, StringComparer.Ordinal);
        foreach (var version in versions.Where(version => version.Position != places[version.ContentItemId]))
        {
            version.Parts.Set(ContentParts.ContainerOrder, places[version.ContentItemId]);
            version.Store();
            version.Revision++;
            cache.Drop(PublicTags.Item(version.ContentItemId));
        }

        foreach (var row in await db.Set<ContentSummary>()
            .Where(row => row.ContainerId == containerId && order.Contains(row.ContentItemId)).ToListAsync(cancellationToken))
        {
            row.Position = places[row.ContentItemId];
        }

        audit.Add("content.list-arranged", containerId, null);
        await db.SaveChangesAsync(cancellationToken);
        await transaction.CommitAsync(cancellationToken);
        cache.Drop(ListPages.Tag(containerId));
        cache.Flush();
    }
}
