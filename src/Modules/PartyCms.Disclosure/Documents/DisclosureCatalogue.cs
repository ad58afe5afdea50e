using PartyCms.Kernel.Content;
using PartyCms.Kernel.Data;

namespace PartyCms.Disclosure.Documents;

/// <summary>Reads the published disclosures by group, rhythm and branch.</summary>
internal sealed class DisclosureCatalogue(CmsDbContext db, PublicContent content)
{
    public Task<SummaryPage> ListAsync(DisclosureFilter filter, string? after, CancellationToken cancellationToken) =>
        content.ListAsync(ToSummaryFilter(filter) with { After = after }, cancellationToken);

    public Task<int> CountAsync(DisclosureFilter filter, CancellationToken cancellationToken) =>
        content.CountAsync(ToSummaryFilter(filter), cancellationToken);

    private SummaryFilter ToSummaryFilter(DisclosureFilter filter)
    {
        var all = new SummaryFilter(DisclosureFields.ContentType, filter.OrgUnitId, filter.Group?.ToString());
        if (filter.Rhythm is not { } rhythm)
        {
            return all;
        }

        var documents = db.Set<DisclosureDocument>().Where(document => document.Rhythm == rhythm);
        return all with { Where = row => documents.Any(document => document.ContentItemId == row.ContentItemId) };
    }
}

/// <summary>Which disclosures a reader wants to see; null is no wish.</summary>
internal sealed record DisclosureFilter(DisclosureGroup? Group, DisclosureRhythm? Rhythm, Guid? OrgUnitId);
