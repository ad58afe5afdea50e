using PartyCms.Kernel.Audit;
using PartyCms.Kernel.Data;
using PartyCms.Kernel.Web;

namespace PartyCms.Contents.Organizing.Columns;

/// <summary>Stops managing a column. Its items keep the name and lose the page.</summary>
internal sealed class DeleteColumn(CmsDbContext db, AuditLog audit, PublicCache cache)
{
    public async Task RunAsync(ContentColumn column, CancellationToken cancellationToken)
    {
        db.Remove(column);
        audit.Add("content.column-deleted", column.Id.ToString("N"), column.Name);
        await db.SaveChangesAsync(cancellationToken);
        cache.Drop(PublicTags.Type(column.ContentType));
        cache.Flush();
    }
}
