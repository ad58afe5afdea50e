using PartyCms.Kernel.Content;
using PartyCms.Kernel.Data;
using PartyCms.Kernel.Web;

namespace PartyCms.Contents.Organizing.Columns;

/// <summary>The column field of an editor.</summary>
internal sealed record ColumnField(ContentType Type, ContentFieldsModel Fields);

/// <summary>The columns an editor may put an item into.</summary>
internal sealed class ColumnChoice(CmsDbContext db)
{
    /// <summary>
    /// The managed columns of a type by position. A column of another name that the item already stands in is offered too,
    /// so that saving an imported item does not tear it out.
    /// </summary>
    public async Task<IReadOnlyList<(string Name, bool IsManaged)>> ListAsync(
        ContentType type, string present, CancellationToken cancellationToken)
    {
        var columns = await db.Set<ContentColumn>().AsNoTracking().Where(column => column.ContentType == type.Name)
            .OrderBy(column => column.Position).ThenBy(column => column.Name).ToListAsync(cancellationToken);
        var offered = columns.Select(column => (column.Name, true)).ToList();
        if (present.Length > 0 && !columns.Exists(column => column.IsCalled(present)))
        {
            offered.Add((present, false));
        }

        return offered;
    }

    /// <summary>The name a column has now, for one an item may still know by a former name.</summary>
    public async Task<string> PresentNameAsync(ContentType type, string name, CancellationToken cancellationToken)
    {
        var columns = await db.Set<ContentColumn>().AsNoTracking()
            .Where(column => column.ContentType == type.Name && column.Former.Contains(name)).ToListAsync(cancellationToken);
        return columns.FirstOrDefault(column => column.Name != name && column.IsCalled(name))?.Name ?? name;
    }
}
