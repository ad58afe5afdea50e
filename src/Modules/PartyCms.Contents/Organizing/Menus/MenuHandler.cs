using PartyCms.Contents.Organizing.Outlines;
using PartyCms.Kernel.Content;
using PartyCms.Kernel.Content.Definitions;
using PartyCms.Kernel.Data;
using PartyCms.Kernel.Web;

namespace PartyCms.Contents.Organizing.Menus;

/// <summary>Lets every cached page go when a menu changes, or something it leads to moves, comes or goes.</summary>
internal sealed class MenuHandler(CmsDbContext db, ContentDefinitions definitions, PublicCache cache) : ContentHandler
{
    private const int LongestId = 64;

    public override async ValueTask PublishedAsync(ContentItem item, ContentSummary? summary, CancellationToken cancellationToken)
    {
        if (IsMenu(item))
        {
            cache.Drop(PublicTags.Site);
            await KeepTargetsAsync(item, cancellationToken);
        }
        else if (summary is not null && IsMoved(summary) && await IsTargetAsync(item, cancellationToken))
        {
            cache.Drop(PublicTags.Site);
        }
    }

    public override async ValueTask UnpublishedAsync(ContentItem item, CancellationToken cancellationToken)
    {
        if (IsMenu(item))
        {
            cache.Drop(PublicTags.Site);
            await db.Set<MenuTarget>().Where(target => target.MenuId == item.ContentItemId).ExecuteDeleteAsync(cancellationToken);
        }
        else if (await IsTargetAsync(item, cancellationToken))
        {
            cache.Drop(PublicTags.Site);
        }
    }

    private bool IsMenu(ContentItem item) =>
        definitions.FindType(item.ContentType)?.Definition?.Has(StandardParts.MenuItems) == true;

    // A new edition at the same address changes no menu.
    private bool IsMoved(ContentSummary summary) =>
        db.Entry(summary).State == EntityState.Added || db.Entry(summary).Property(row => row.Path).IsModified;

    private Task<bool> IsTargetAsync(ContentItem item, CancellationToken cancellationToken) =>
        db.Set<MenuTarget>().AnyAsync(target => target.ContentItemId == item.ContentItemId, cancellationToken);

    private async Task KeepTargetsAsync(ContentItem menu, CancellationToken cancellationToken)
    {
        var wanted = ItemTree.MenuItems.Read(menu.Parts).Select(item => item.Item.Text(MenuItemParts.Target))
            .OfType<string>().Where(id => id.Length is > 0 and <= LongestId).ToHashSet(StringComparer.Ordinal);
        foreach (var target in await db.Set<MenuTarget>().Where(row => row.MenuId == menu.ContentItemId).ToListAsync(cancellationToken))
        {
            if (!wanted.Remove(target.ContentItemId))
            {
                db.Remove(target);
            }
        }

        db.AddRange(wanted.Select(id => new MenuTarget { MenuId = menu.ContentItemId, ContentItemId = id }));
    }
}
