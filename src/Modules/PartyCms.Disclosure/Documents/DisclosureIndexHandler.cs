using PartyCms.Kernel.Content;
using PartyCms.Kernel.Data;

namespace PartyCms.Disclosure.Documents;

/// <summary>Checks a disclosure's own fields and keeps the row that lists filter by.</summary>
internal sealed class DisclosureIndexHandler(CmsDbContext db) : ContentHandler
{
    public override ValueTask ValidateAsync(
        ContentItem item, bool isPublication, ICollection<ContentProblem> problems, CancellationToken cancellationToken)
    {
        if (item.ContentType == DisclosureFields.ContentType)
        {
            foreach (var problem in DisclosureRules.Check(item.Parts, isPublication))
            {
                problems.Add(problem);
            }
        }

        return ValueTask.CompletedTask;
    }

    public override async ValueTask PublishedAsync(ContentItem item, ContentSummary? summary, CancellationToken cancellationToken)
    {
        if (item.ContentType != DisclosureFields.ContentType)
        {
            return;
        }

        // Validation let only known names through.
        var group = DisclosureLabels.Find<DisclosureGroup>(item.Parts.Text(DisclosureFields.Group))!.Value;
        summary!.Facet = group.ToString();
        var document = await db.Set<DisclosureDocument>().FindAsync([item.ContentItemId], cancellationToken);
        if (document is null)
        {
            document = new DisclosureDocument { ContentItemId = item.ContentItemId };
            db.Add(document);
        }

        document.Group = group;
        document.Rhythm = DisclosureLabels.Find<DisclosureRhythm>(item.Parts.Text(DisclosureFields.Rhythm))!.Value;
    }

    public override async ValueTask UnpublishedAsync(ContentItem item, CancellationToken cancellationToken)
    {
        if (item.ContentType == DisclosureFields.ContentType
            && await db.Set<DisclosureDocument>().FindAsync([item.ContentItemId], cancellationToken) is { } document)
        {
            db.Remove(document);
        }
    }
}
