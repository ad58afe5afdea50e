using PartyCms.Kernel.Data;
using PartyCms.Kernel.Web;

namespace PartyCms.Contents.Organizing.Columns;

/// <summary>Moves a column one place up or down among those of its type.</summary>
internal sealed class MoveColumn(CmsDbContext db, PublicCache cache)
{
    public async Task RunAsync(ContentColumn column, bool up, CancellationToken cancellationToken)
    {
        var columns = await db.Set<ContentColumn>().Where(other => other.ContentType == column.ContentType)
            .OrderBy(other => other.Position).ThenBy(other => other.Name).ToListAsync(cancellationToken);
        var at = columns.FindIndex(other => other.Id == column.Id);
        var to = up ? at - 1 : at + 1;
        if (at < 0 || to < 0 || to >= columns.Count)
        {
            return;
        }

        (columns[at], columns[to]) = (columns[to], columns[at]);
        for (var i = 0; i < columns.Count; i++)
        {
            columns[i].Position = i + 1;
        }

        await db.SaveChangesAsync(cancellationToken);
        cache.Drop(PublicTags.Type(column.ContentType));
        cache.Flush();
    }
}
