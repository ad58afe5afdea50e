using System.Text.Json.Nodes;
using PartyCms.Contents.Organizing.Outlines;
using PartyCms.Kernel.Content;
using PartyCms.Kernel.Text;

namespace PartyCms.Contents.Organizing.Taxonomies;

/// <summary>Makes the rows of a tree of terms.</summary>
internal static class TermRows
{
    /// <summary>Most terms of one taxonomy.</summary>
    public const int Most = 2000;

    private const int LongestName = 255;

    private const int LongestId = 64;

    /// <summary>What is wrong with a tree, as path and English sentence; nothing for one that can be stored.</summary>
    public static IEnumerable<(string Path, string Message)> Check(JsonObject parts)
    {
        var terms = ItemTree.Terms.Read(parts);
        if (terms.Count > Most)
        {
            yield return (ItemTree.Terms.Root, $"A taxonomy holds at most {Most} terms.");
        }

        var seen = new HashSet<string>(StringComparer.Ordinal);
        foreach (var (term, depth) in terms)
        {
            var id = term.Text("ContentItemId");
            if (string.IsNullOrWhiteSpace(id) || id.Length > LongestId)
            {
                yield return (ItemTree.Terms.Root, "Every term needs a ContentItemId of at most 64 characters.");
            }
            else if (!seen.Add(id))
            {
                yield return (ItemTree.Terms.Root, $"The term '{id}' stands in the tree twice.");
            }

            if (NameOf(term).Length > LongestName)
            {
                yield return (ItemTree.Terms.Root, $"The name of a term has at most {LongestName} characters.");
            }

            if (depth > Outline.Deepest)
            {
                yield return (ItemTree.Terms.Root, $"Terms stand at most {Outline.Deepest + 1} levels deep.");
            }
        }
    }

    /// <summary>The rows in the order of the tree.</summary>
    /// <param name="taxonomyId">Id of the taxonomy.</param>
    /// <param name="path">Its address without leading slash, or null.</param>
    /// <param name="parts">Its parts; they have been checked.</param>
    public static IReadOnlyList<ContentTerm> Of(string taxonomyId, string? path, JsonObject parts)
    {
        var rows = new List<ContentTerm>();
        var line = new Stack<string>();
        var slugs = new HashSet<string>(StringComparer.Ordinal);
        foreach (var (term, depth) in ItemTree.Terms.Read(parts))
        {
            while (line.Count > depth)
            {
                line.Pop();
            }

            var id = term.Text("ContentItemId")!;
            rows.Add(new ContentTerm
            {
                TaxonomyId = taxonomyId,
                TermId = id,
                ParentId = line.TryPeek(out var parent) ? parent : null,
                Position = rows.Count,
                Depth = depth,
                Name = NameOf(term),
                Path = path is null ? null : $"{path}/{FreeSlug(term, id, slugs)}",
            });
            line.Push(id);
        }

        return rows;
    }

    /// <summary>Name of a term.</summary>
    public static string NameOf(JsonObject term) =>
        (term.Text("DisplayText") is { Length: > 0 } text ? text : term.Text(ContentParts.Title) ?? "").Trim();

    // The last segment of the term's own address where it has one; two terms of one name are told apart by a number.
    private static string FreeSlug(JsonObject term, string id, HashSet<string> slugs)
    {
        var own = term.Text(ContentParts.Permalink)?.Trim('/');
        var slug = Slug.From(string.IsNullOrEmpty(own) ? NameOf(term) : own[(own.LastIndexOf('/') + 1)..], LongestName);
        slug = slug.Length == 0 ? id : slug;
        var free = slug;
        for (var n = 2; !slugs.Add(free); n++)
        {
            free = $"{slug}-{n}";
        }

        return free;
    }
}
