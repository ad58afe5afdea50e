using PartyCms.Kernel.Content;
using PartyCms.Kernel.Data;

namespace PartyCms.Contents.Organizing.Columns;

/// <summary>Puts an item that holds a former name of a column into the column as it is called now.</summary>
internal sealed class ColumnHandler(CmsDbContext db) : ContentHandler
{
    public override async ValueTask PublishedAsync(ContentItem item, ContentSummary? summary, CancellationToken cancellationToken)
    {
        var name = summary?.Column?.Trim();
        if (string.IsNullOrEmpty(name))
        {
            if (summary is not null)
            {
                summary.Column = null;
            }

            return;
        }

        var type = item.ContentType;
        var columns = await db.Set<ContentColumn>().AsNoTracking()
            .Where(column => column.ContentType == type && (column.Name == name || column.Former.Contains(name)))
            .ToListAsync(cancellationToken);
        summary!.Column = columns.FirstOrDefault(column => column.Name == name)?.Name
            ?? columns.FirstOrDefault(column => column.IsCalled(name))?.Name
            ?? name;
    }
}
