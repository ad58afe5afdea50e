using System.Text.Json.Nodes;
using PartyCms.Contents.Organizing.Outlines;
using PartyCms.Kernel.Content;

namespace PartyCms.Contents.Organizing.Menus;

/// <summary>Turns the tree of a menu into lines, and lines back into the tree.</summary>
internal static class MenuForm
{
    /// <summary>Most entries of one menu.</summary>
    public const int Most = 100;

    private const int LongestName = 255;

    private const int LongestUrl = 1024;

    public static List<MenuRow> Read(JsonObject parts) => [.. ItemTree.MenuItems.Read(parts).Select(item => new MenuRow
    {
        Id = item.Item.Text("ContentItemId") ?? "",
        Kind = item.Item.Text("ContentType") ?? "",
        Name = MenuItemParts.TextOf(item.Item),
        Depth = item.Depth,
        Url = item.Item.Text(MenuItemParts.Url) ?? item.Item.Text(MenuItemParts.HtmlUrl),
        Target = item.Item.Text(MenuItemParts.Target),
        Html = item.Item.Text(MenuItemParts.Html),
    })];

    /// <summary>What is wrong with a line, or null.</summary>
    public static string? Check(MenuRow row)
    {
        var hasHtml = row.Kind == StandardTypes.HtmlMenuItem && !string.IsNullOrWhiteSpace(row.Html);
        return string.IsNullOrWhiteSpace(row.Name) && !hasHtml ? "请写这一项的名称。"
            : row.Name?.Length > LongestName ? $"名称最多 {LongestName} 个字。"
            : row.Url?.Length > LongestUrl ? $"网址最多 {LongestUrl} 个字。"
            : !string.IsNullOrWhiteSpace(row.Url) && MenuAddress.Encode(row.Url) is null ? "网址要以 / 或 https:// 开头。"
            : null;
    }

    /// <summary>Writes lines into a menu's parts. What an entry holds besides stays with it.</summary>
    public static void Write(JsonObject parts, IReadOnlyList<MenuRow> rows)
    {
        var known = ItemTree.MenuItems.Read(parts).Select(item => item.Item).Where(item => item.Text("ContentItemId") is not null)
            .GroupBy(item => item.Text("ContentItemId")!, StringComparer.Ordinal)
            .ToDictionary(group => group.Key, group => group.First(), StringComparer.Ordinal);
        ItemTree.MenuItems.Write(parts, rows.Select(row => new TreeItem(Apply(row, known.GetValueOrDefault(row.Id)), row.Depth)));
    }

    private static JsonObject Apply(MenuRow row, JsonObject? stored)
    {
        var name = row.Name?.Trim() ?? "";
        var item = stored?.DeepClone().AsObject() ?? NestedItem.New(row.Id, row.Kind, name);
        if (MenuItemParts.TextOf(item) != name)
        {
            item["DisplayText"] = name;
            item["TitlePart"] = new JsonObject { ["Title"] = name };
        }

        switch (item.Text("ContentType"))
        {
            case StandardTypes.ContentMenuItem:
                Set(item, MenuItemParts.Target, row.Target);
                break;
            case StandardTypes.HtmlMenuItem:
                Set(item, MenuItemParts.HtmlUrl, row.Url);
                Set(item, MenuItemParts.Html, row.Html);
                break;
            case StandardTypes.LinkMenuItem:
                Set(item, MenuItemParts.Url, row.Url);
                break;
        }

        return item;
    }

    // What is said already in other words, such as an empty link, stays as it was written.
    private static void Set(JsonObject item, string path, string? typed)
    {
        var text = typed?.Trim() ?? "";
        if ((item.Text(path) ?? "") != text)
        {
            item.Set(path, text);
        }
    }
}
