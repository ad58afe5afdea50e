using PartyCms.Kernel.Content;
using PartyCms.Kernel.Content.Definitions;
using PartyCms.Kernel.Content.Fields;
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
            BodyOf(item, type));
    }

    // The fields of our own types hold codes and numbers; those of any other type may be all it says.
    private string BodyOf(ContentItem item, ContentType? type)
    {
        var body = HtmlText.ToPlainText(
            item.Parts.Text(ContentParts.Body) ?? MarkdownText.ToHtml(item.Parts.Text(ContentParts.MarkdownBody)));
        return type is { PathPrefix.Length: 0 } ? $"{body}\n{FieldText.Of(item.Parts, definitions.FieldsOf(type))}" : body;
    }
}
