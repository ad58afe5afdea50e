using PartyCms.Contents.Organizing.Columns;
using PartyCms.Kernel.Content;
using PartyCms.Kernel.Data;

namespace PartyCms.Contents.Contracts;

/// <summary>A column (栏目) as readers know it.</summary>
/// <param name="Name">Its name, which items hold.</param>
/// <param name="Slug">Its part of public addresses.</param>
/// <param name="Description">A sentence, or empty.</param>
/// <param name="Items">Published items in it.</param>
public sealed record ColumnInfo(string Name, string Slug, string Description, int Items);

/// <summary>Lets public lists be narrowed by column.</summary>
public sealed class ContentColumns(CmsDbContext db)
{
    /// <summary>The columns of a content type that hold published items, in their order.</summary>
    /// <param name="contentType">Name of the content type.</param>
    /// <param name="orgUnitId">Counts the items of one unit only; null counts all.</param>
    /// <param name="cancellationToken">Stops the reading.</param>
    public async Task<IReadOnlyList<ColumnInfo>> ListAsync(string contentType, Guid? orgUnitId, CancellationToken cancellationToken)
    {
        var summaries = db.Set<ContentSummary>();
        var columns = await db.Set<ContentColumn>().AsNoTracking().Where(column => column.ContentType == contentType)
            .OrderBy(column => column.Position).ThenBy(column => column.Name)
            .Select(column => new ColumnInfo(
                column.Name, column.Slug, column.Description,
                summaries.Count(row => row.ContentType == contentType && row.Column == column.Name
                    && (orgUnitId == null || row.OrgUnitId == orgUnitId))))
            .ToListAsync(cancellationToken);
        return [.. columns.Where(column => column.Items > 0)];
    }

    /// <summary>The column of a slug, or null.</summary>
    public Task<ColumnInfo?> FindAsync(string contentType, string slug, CancellationToken cancellationToken) =>
        db.Set<ContentColumn>().AsNoTracking().Where(column => column.ContentType == contentType && column.Slug == slug)
            .Select(column => new ColumnInfo(
                column.Name, column.Slug, column.Description,
                db.Set<ContentSummary>().Count(row => row.ContentType == contentType && row.Column == column.Name)))
            .SingleOrDefaultAsync(cancellationToken);
}
