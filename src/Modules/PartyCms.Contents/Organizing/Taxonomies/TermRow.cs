using System.Text.Json.Nodes;
using PartyCms.Contents.Organizing.Outlines;
using PartyCms.Kernel.Content;

namespace PartyCms.Contents.Organizing.Taxonomies;

/// <summary>One line of the form that edits a tree of terms.</summary>
internal sealed class TermRow : IOutlineRow
{
    /// <summary>Id of the term; a new line is given one when it is added.</summary>
    public string Id { get; set; } = "";

    public string? Name { get; set; }

    public int Depth { get; set; }
}

/// <summary>Turns the tree of a taxonomy into lines, and lines back into the tree.</summary>
internal static class TermForm
{
    /// <summary>The lines of a tree.</summary>
    public static List<TermRow> Read(JsonObject parts) =>
    [
        .. ItemTree.Terms.Read(parts).Select(term => new TermRow
        {
            Id = term.Item.Text("ContentItemId") ?? "", Name = TermRows.NameOf(term.Item), Depth = term.Depth,
        }),
    ];

    /// <summary>Writes lines into a taxonomy's parts. What a term holds besides its name stays with it.</summary>
    public static void Write(JsonObject parts, string taxonomyId, IReadOnlyList<TermRow> rows)
    {
        var known = ItemTree.Terms.Read(parts).Select(term => term.Item).Where(term => term.Text("ContentItemId") is not null)
            .GroupBy(term => term.Text("ContentItemId")!, StringComparer.Ordinal)
            .ToDictionary(group => group.Key, group => group.First(), StringComparer.Ordinal);
        var type = parts.Text("TaxonomyPart.TermContentType") is { Length: > 0 } name ? name : StandardTypes.Term;
        parts.Set("TaxonomyPart.TermContentType", type);
        ItemTree.Terms.Write(parts, rows.Select(row => new TreeItem(
            known.TryGetValue(row.Id, out var term) ? Rename(term, row.Name!.Trim()) : New(row, type, taxonomyId), row.Depth)));
    }

    private static JsonObject Rename(JsonObject term, string name)
    {
        if (TermRows.NameOf(term) == name)
        {
            return term;
        }

        var renamed = term.DeepClone().AsObject();
        renamed["DisplayText"] = name;
        if (renamed["TitlePart"] is null or JsonObject)
        {
            renamed.Set(ContentParts.Title, name);
        }

        return renamed;
    }

    private static JsonObject New(TermRow row, string type, string taxonomyId)
    {
        var term = NestedItem.New(row.Id, type, row.Name!.Trim());
        term["TermPart"] = new JsonObject { ["TaxonomyContentItemId"] = taxonomyId };
        return term;
    }
}
