using System.Text.Json.Nodes;
using PartyCms.Kernel.Content;

namespace PartyCms.Contents.Organizing.Outlines;

/// <summary>An item that lies in another one, and how deep.</summary>
internal readonly record struct TreeItem(JsonObject Item, int Depth);

/// <summary>
/// Where a kind of item holds others, nested as on the wire. Reading gives them as an outline; writing nests them again
/// and leaves everything else of each item as it is.
/// </summary>
/// <param name="Root">Path of the list in the item itself, such as <c>TaxonomyPart.Terms</c>.</param>
/// <param name="Below">Path of the list in an item of the list, such as <c>Terms</c>.</param>
internal sealed record ItemTree(string Root, string Below)
{
    /// <summary>The terms of a taxonomy.</summary>
    public static ItemTree Terms { get; } = new("TaxonomyPart.Terms", "Terms");

    /// <summary>The entries of a menu.</summary>
    public static ItemTree MenuItems { get; } = new("MenuItemsListPart.MenuItems", "MenuItemsListPart.MenuItems");

    /// <summary>All items, each before what stands below it. What is no object is passed over.</summary>
    public IReadOnlyList<TreeItem> Read(JsonObject parts)
    {
        var items = new List<TreeItem>();
        Collect(parts.Find(Root) as JsonArray, 0, items);
        return items;
    }

    /// <summary>Nests an outline into an item's parts, in place of what was there.</summary>
    public void Write(JsonObject parts, IEnumerable<TreeItem> outline)
    {
        var roots = new JsonArray();
        var line = new Stack<(JsonObject Item, JsonArray Below)>();
        foreach (var (source, depth) in outline)
        {
            var item = source.DeepClone().AsObject();
            item.Set(Below, null);
            while (line.Count > depth)
            {
                line.Pop();
            }

            var siblings = line.TryPeek(out var parent) ? parent.Below : roots;
            if (line.Count > 0 && siblings.Count == 0)
            {
                parent.Item.Set(Below, siblings);
            }

            siblings.Add((JsonNode)item);
            line.Push((item, []));
        }

        parts.Set(Root, roots);
    }

    private void Collect(JsonArray? list, int depth, List<TreeItem> items)
    {
        foreach (var node in list ?? [])
        {
            if (node is JsonObject item)
            {
                items.Add(new TreeItem(item, depth));
                Collect(item.Find(Below) as JsonArray, depth + 1, items);
            }
        }
    }
}
