using System.Text.Json.Nodes;
using PartyCms.Contents.Organizing.Outlines;
using PartyCms.Kernel.Content;
using PartyCms.Kernel.Data;
using PartyCms.Kernel.Text;
using PartyCms.Kernel.Web;

namespace PartyCms.Contents.Organizing.Menus;

/// <summary>
/// Reads the menus of the site. An entry for an item leads to where that stands now, and is not there while the item is
/// not published.
/// </summary>
internal sealed class ReadMenu(ContentAlias aliases, CmsDbContext db) : IMicrositeMenu
{
    public async Task<IReadOnlyList<MenuEntry>?> FindAsync(string alias, CancellationToken cancellationToken)
    {
        if (await aliases.FindPublishedAsync(alias, cancellationToken) is not { } menu)
        {
            return null;
        }

        var items = ItemTree.MenuItems.Read(menu.Parts);
        var targets = items.Select(item => item.Item.Text(MenuItemParts.Target)).OfType<string>().ToList();
        var hrefs = targets.Count == 0
            ? []
            : await db.Set<ContentSummary>().AsNoTracking().Where(row => targets.Contains(row.ContentItemId))
                .ToDictionaryAsync(row => row.ContentItemId, row => row.Href, StringComparer.Ordinal, cancellationToken);
        var entries = Below(items, 0, items.Count, hrefs);
        return entries.Count == 0 ? null : entries;
    }

    private static List<MenuEntry> Below(
        IReadOnlyList<TreeItem> items, int from, int to, Dictionary<string, string> hrefs)
    {
        var entries = new List<MenuEntry>();
        for (var at = from; at < to;)
        {
            var end = at + 1;
            while (end < to && items[end].Depth > items[at].Depth)
            {
                end++;
            }

            if (EntryOf(items[at].Item, Below(items, at + 1, end, hrefs), hrefs) is { } entry)
            {
                entries.Add(entry);
            }

            at = end;
        }

        return entries;
    }

    private static MenuEntry? EntryOf(JsonObject item, List<MenuEntry> below, Dictionary<string, string> hrefs)
    {
        var text = MenuItemParts.TextOf(item);
        if (MenuItemParts.IsRestricted(item))
        {
            return null;
        }

        switch (item.Text("ContentType"))
        {
            case StandardTypes.ContentMenuItem:
                var href = hrefs.GetValueOrDefault(item.Text(MenuItemParts.Target) ?? "");
                return text.Length == 0 || (href is null && below.Count == 0) ? null : new MenuEntry(text, href, null, below);
            case StandardTypes.HtmlMenuItem:
                var html = HtmlSanitizer.Clean(item.Text(MenuItemParts.Html) ?? "");
                var link = MenuAddress.Encode(item.Text(MenuItemParts.HtmlUrl));
                return html.Length == 0 && text.Length == 0 ? null : new MenuEntry(text, link, html.Length == 0 ? null : html, below);
            default:
                var url = MenuAddress.Encode(item.Text(MenuItemParts.Url));
                return text.Length == 0 || (url is null && below.Count == 0) ? null : new MenuEntry(text, url, null, below);
        }
    }
}
