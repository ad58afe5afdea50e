using System.Text.Json.Nodes;
using PartyCms.Kernel.Content;
using PartyCms.Kernel.Content.Definitions;
using PartyCms.Kernel.Data;
using PartyCms.Kernel.Web;

namespace PartyCms.Contents.Organizing.Taxonomies;

/// <summary>Keeps the rows of a taxonomy's terms and of the items that bear them, in the transaction of the publication.</summary>
internal sealed class TaxonomyHandler(CmsDbContext db, ContentDefinitions definitions, PublicCache cache) : ContentHandler
{
    private const string TaxonomyField = "TaxonomyField";

    public override ValueTask ValidateAsync(
        ContentItem item, bool isPublication, ICollection<ContentProblem> problems, CancellationToken cancellationToken)
    {
        if (IsTaxonomy(item))
        {
            foreach (var (path, message) in TermRows.Check(item.Parts))
            {
                problems.Add(new ContentProblem(path, "分类项有误：" + message, message));
            }
        }

        return ValueTask.CompletedTask;
    }

    public override async ValueTask PublishedAsync(ContentItem item, ContentSummary? summary, CancellationToken cancellationToken)
    {
        if (IsTaxonomy(item))
        {
            await KeepTermsAsync(item, cancellationToken);
        }

        var fields = TaxonomyFieldsOf(item).ToList();
        if (fields.Count > 0)
        {
            var terms = fields.SelectMany(path => item.Parts.Find(path) is JsonArray ids ? ids : [])
                .Select(node => node is JsonValue value && value.TryGetValue<string>(out var id) ? id : "")
                .Where(id => id.Length is > 0 and <= 64).ToHashSet(StringComparer.Ordinal);
            await KeepUsesAsync(item, terms, summary?.PublishedUtc ?? item.PublishedUtc!.Value, cancellationToken);
        }
    }

    public override async ValueTask UnpublishedAsync(ContentItem item, CancellationToken cancellationToken)
    {
        if (IsTaxonomy(item))
        {
            await db.Set<ContentTerm>().Where(term => term.TaxonomyId == item.ContentItemId).ExecuteDeleteAsync(cancellationToken);
        }

        foreach (var use in await db.Set<ContentTermUse>().Where(use => use.ContentItemId == item.ContentItemId).ToListAsync(cancellationToken))
        {
            db.Remove(use);
            cache.Drop(TermTags.Of(use.TermId));
        }
    }

    private bool IsTaxonomy(ContentItem item) =>
        definitions.FindType(item.ContentType)?.Definition?.Has(StandardParts.Taxonomy) == true;

    private IEnumerable<string> TaxonomyFieldsOf(ContentItem item) =>
        definitions.FindType(item.ContentType) is { } type
            ? from pair in definitions.FieldsOf(type)
              where pair.Field.FieldName == TaxonomyField
              select $"{pair.Part.Name}.{pair.Field.Name}.TermContentItemIds"
            : [];

    private async Task KeepTermsAsync(ContentItem item, CancellationToken cancellationToken)
    {
        var known = await db.Set<ContentTerm>().Where(term => term.TaxonomyId == item.ContentItemId)
            .ToDictionaryAsync(term => term.TermId, StringComparer.Ordinal, cancellationToken);
        foreach (var row in TermRows.Of(item.ContentItemId, item.Path, item.Parts))
        {
            if (known.Remove(row.TermId, out var stored))
            {
                db.Entry(stored).CurrentValues.SetValues(row);
            }
            else
            {
                db.Add(row);
            }

            cache.Drop(TermTags.Of(row.TermId));
        }

        db.RemoveRange(known.Values);
    }

    private async Task KeepUsesAsync(
        ContentItem item, HashSet<string> terms, DateTimeOffset published, CancellationToken cancellationToken)
    {
        foreach (var use in await db.Set<ContentTermUse>().Where(use => use.ContentItemId == item.ContentItemId).ToListAsync(cancellationToken))
        {
            cache.Drop(TermTags.Of(use.TermId));
            if (terms.Remove(use.TermId))
            {
                use.PublishedUtc = published;
            }
            else
            {
                db.Remove(use);
            }
        }

        foreach (var term in terms)
        {
            db.Add(new ContentTermUse { ContentItemId = item.ContentItemId, TermId = term, PublishedUtc = published });
            cache.Drop(TermTags.Of(term));
        }
    }
}
