using PartyCms.Kernel.Content;
using PartyCms.Kernel.Content.Definitions;
using PartyCms.Kernel.Data;
using PartyCms.Kernel.Web;

namespace PartyCms.Contents.Display;

/// <summary>Keeps which published items stand in which list, and drops the lists' pages when that changes.</summary>
internal sealed class ContainedItemHandler(CmsDbContext db, PublicCache cache) : ContentHandler
{
    /// <summary>Tag of the pages that show a list.</summary>
    public static string Tag(string listContentItemId) => "list:" + listContentItemId;

    public override async ValueTask PublishedAsync(ContentItem item, ContentSummary? summary, CancellationToken cancellationToken)
    {
        var row = await db.Set<ContainedItem>().FindAsync([item.ContentItemId], cancellationToken);
        if (row is not null)
        {
            cache.Drop(Tag(row.ListContentItemId));
        }

        var list = item.Parts.Text($"{StandardParts.Contained}.ListContentItemId");
        if (summary is null || string.IsNullOrEmpty(list) || list.Length > 64)
        {
            Remove(row);
            return;
        }

        if (row is null)
        {
            row = new ContainedItem { ContentItemId = item.ContentItemId, ListContentItemId = list };
            db.Add(row);
        }

        row.ListContentItemId = list;
        row.Order = item.Parts.Number($"{StandardParts.Contained}.Order") ?? 0;
        row.PublishedUtc = summary.PublishedUtc;
        cache.Drop(Tag(list));
    }

    public override async ValueTask UnpublishedAsync(ContentItem item, CancellationToken cancellationToken)
    {
        var row = await db.Set<ContainedItem>().FindAsync([item.ContentItemId], cancellationToken);
        if (row is not null)
        {
            cache.Drop(Tag(row.ListContentItemId));
        }

        Remove(row);
    }

    private void Remove(ContainedItem? row)
    {
        if (row is not null)
        {
            db.Remove(row);
        }
    }
}
