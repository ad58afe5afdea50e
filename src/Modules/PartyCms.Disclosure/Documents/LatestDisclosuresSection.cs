using PartyCms.Kernel.Content;
using PartyCms.Kernel.Web;
using PartyCms.Organization.Contracts;

namespace PartyCms.Disclosure.Documents;

/// <summary>The newest disclosures, on the home page and on a branch's page.</summary>
internal sealed class LatestDisclosuresSection(PublicContent content, PublicArticles articles, BranchDirectory branches) : IMicrositeSection
{
    private const int Shown = 5;

    public int Position => 300;

    public async ValueTask<MicrositeSection?> GetAsync(Guid? orgUnitId, CancellationToken cancellationToken)
    {
        var page = await content.ListAsync(
            new SummaryFilter(DisclosureFields.ContentType, orgUnitId, Take: Shown), cancellationToken);
        if (page.Items.Count == 0)
        {
            return null;
        }

        var branch = await branches.FindAsync(orgUnitId, cancellationToken);
        var more = branch is null ? "/disclosures" : $"/b/{branch.Slug}/disclosures";
        var rows = await articles.RowsAsync(page.Items, cancellationToken, DisclosureRows.Badge);
        return new MicrositeSection("_SummarySection", new SummarySection("党务公开", more, rows, IsCompact: true));
    }
}
