using PartyCms.Kernel.Content;
using PartyCms.Kernel.Data;
using PartyCms.Kernel.Web;

namespace PartyCms.Contents.Display;

/// <summary>Drops the pages of a list when an item comes into it, changes in it, or goes out of it.</summary>
internal sealed class ListPages(CmsDbContext db, PublicCache cache) : ContentHandler
{
    /// <summary>Tag of the pages that show a list.</summary>
    public static string Tag(string listContentItemId) => "list:" + listContentItemId;

    public override ValueTask PublishedAsync(ContentItem item, ContentSummary? summary, CancellationToken cancellationToken)
    {
        if (summary is not null)
        {
            Drop(summary.ContainerId);

            // Not saved yet: what readers have seen until now still stands beside it.
            Drop(db.Entry(summary).Property(row => row.ContainerId).OriginalValue);
        }

        return ValueTask.CompletedTask;
    }

    public override ValueTask UnpublishedAsync(ContentItem item, CancellationToken cancellationToken)
    {
        Drop(item.ContainerId);
        return ValueTask.CompletedTask;
    }

    private void Drop(string? list)
    {
        if (list is not null)
        {
            cache.Drop(Tag(list));
        }
    }
}
