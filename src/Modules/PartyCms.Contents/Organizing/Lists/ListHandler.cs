using PartyCms.Kernel.Content;
using PartyCms.Kernel.Data;

namespace PartyCms.Contents.Organizing.Lists;

/// <summary>Keeps lists from holding themselves, and from being filled by who may not change them.</summary>
internal sealed class ListHandler(CmsDbContext db, ContentAccess access) : ContentHandler
{
    private const int Deepest = 10;

    public override async ValueTask ValidateAsync(
        ContentItem item, bool isPublication, ICollection<ContentProblem> problems, CancellationToken cancellationToken)
    {
        if (item.ContainerId is null)
        {
            return;
        }

        if (await IsInsideItselfAsync(item, cancellationToken))
        {
            problems.Add(new ContentProblem(ContentParts.Container, "一个列表不能放进它自己里面。", "A list cannot stand in itself."));
        }
        else if (!await MayEnterAsync(item, cancellationToken))
        {
            problems.Add(new ContentProblem(ContentParts.Container, "您不能往这个列表里放内容。", "You may not put items into this list."));
        }
    }

    private async Task<bool> IsInsideItselfAsync(ContentItem item, CancellationToken cancellationToken)
    {
        var above = item.ContainerId;
        for (var depth = 0; above is not null; depth++)
        {
            if (above == item.ContentItemId || depth == Deepest)
            {
                return true;
            }

            var id = above;
            above = await db.Set<ContentItem>().Where(list => list.ContentItemId == id && list.Latest)
                .Select(list => list.ContainerId).FirstOrDefaultAsync(cancellationToken);
        }

        return false;
    }

    // Whoever may not change a list cannot fill it either; what stands in it already may be changed all the same.
    private async Task<bool> MayEnterAsync(ContentItem item, CancellationToken cancellationToken)
    {
        var (id, container) = (item.ContentItemId, item.ContainerId);
        if (await db.Set<ContentItem>().AnyAsync(
            version => version.ContentItemId == id && version.Latest && version.ContainerId == container, cancellationToken))
        {
            return true;
        }

        var list = await db.Set<ContentItem>().Where(row => row.ContentItemId == container && row.Latest)
            .Select(row => new { row.ContentType, row.OrgUnitId }).SingleOrDefaultAsync(cancellationToken);
        return list is null || await access.CanEditAsync(list.ContentType, list.OrgUnitId, cancellationToken);
    }
}
