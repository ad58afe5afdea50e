using PartyCms.Kernel.Content;
using PartyCms.Kernel.Content.Definitions;
using PartyCms.Kernel.Search;
using PartyCms.Kernel.Text;
using PartyCms.Kernel.Time;
using PartyCms.Organization.Contracts;

namespace PartyCms.Search.Index;

/// <summary>Makes what the index keeps out of a published item.</summary>
internal sealed class SearchEntries(BranchDirectory branches, ContentDefinitions definitions, SiteTime time)
{
    public async Task<SearchEntry> OfAsync(ContentItem item, ContentSummary summary, CancellationToken cancellationToken)
    {
        var kind = definitions.Types.TryGetValue(item.ContentType, out var type) ? type.DisplayName : "";
        var branch = await branches.NameOfAsync(summary.OrgUnitId, cancellationToken);
        return new SearchEntry(
            item.ContentItemId,
            item.ContentType,
            summary.OrgUnitId,
            summary.PublishedUtc,
            time.DayOf(summary.PublishedUtc).Year,
            summary.Title,
            summary.Summary,
            $"{branch} {kind} {summary.Column}",
            HtmlText.ToPlainText(item.Parts.Text(ContentParts.Body) ?? ""));
    }
}
