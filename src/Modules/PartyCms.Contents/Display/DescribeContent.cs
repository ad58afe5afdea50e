using System.Text.Json.Nodes;
using PartyCms.Kernel.Content;
using PartyCms.Kernel.Content.Definitions;
using PartyCms.Kernel.Data;
using PartyCms.Kernel.Text;
using PartyCms.Kernel.Time;
using PartyCms.Kernel.Web;
using PartyCms.Organization.Contracts;

namespace PartyCms.Contents.Display;

/// <summary>Puts together what readers see of an item of any type.</summary>
internal sealed class DescribeContent(
    ContentDefinitions definitions, DescribeFields fields, ListedItems lists, BranchDirectory branches, CmsDbContext db, SiteTime time)
{
    private const int LongestTrail = 4;

    private const int DeepestPiece = 3;

    private const string CorrectionNote = "CorrectionPart.Note.Text";

    /// <summary>The view of an item.</summary>
    /// <param name="item">The version to show.</param>
    /// <param name="summary">What lists show of it.</param>
    /// <param name="after">Cursor of its list's page before, or null.</param>
    /// <param name="tags">Collects what the page depends on.</param>
    /// <param name="cancellationToken">Stops the reading.</param>
    public async Task<ContentView> RunAsync(
        ContentItem item, ContentSummary summary, string? after, ICollection<string> tags, CancellationToken cancellationToken)
    {
        var type = definitions.FindType(item.ContentType);
        var branch = await branches.FindAsync(item.OrgUnitId, cancellationToken);
        var isLaterEdition = summary.ModifiedUtc - summary.PublishedUtc > TimeSpan.FromMinutes(1);
        var list = type?.Definition!.Parts.FirstOrDefault(part => part.PartName == StandardParts.List);
        return new ContentView
        {
            Item = item,
            Title = summary.Title,
            Kind = type?.DisplayName ?? item.ContentType,
            Summary = summary.Summary,
            Href = summary.Href,
            Trail = await TrailAsync(item, tags, cancellationToken),
            BranchName = branch?.Name ?? "",
            BranchHref = branch is null ? null : "/b/" + branch.Slug,
            PublishedOn = time.FormatMinute(summary.PublishedUtc),
            UpdatedOn = isLaterEdition ? time.FormatMinute(summary.ModifiedUtc) : null,
            CoverSrc = summary.CoverPath,
            CoverAlt = summary.CoverAlt,
            Correction = item.Parts.Text(CorrectionNote),
            Blocks = type is null ? [] : await BlocksAsync(item.Parts, type, 0, tags, cancellationToken),
            Children = list is null ? null : await ChildrenAsync(item, list, summary.Href, after, tags, cancellationToken),
        };
    }

    private Task<SummaryList> ChildrenAsync(
        ContentItem item, ContentTypePart list, string href, string? after, ICollection<string> tags, CancellationToken cancellationToken)
    {
        tags.Add(ListPages.Tag(item.ContentItemId));
        return lists.ReadAsync(item, list, href, after, cancellationToken);
    }

    private async Task<List<ContentBlock>> BlocksAsync(
        JsonObject parts, ContentType type, int depth, ICollection<string> tags, CancellationToken cancellationToken)
    {
        var blocks = new List<ContentBlock>();
        foreach (var part in type.Definition!.PartsByPosition)
        {
            if (parts[part.Name] is not JsonObject value)
            {
                continue;
            }

            var own = part.PartName switch
            {
                StandardParts.HtmlBody => new ContentBlock { Html = DescribeFields.Rich(HtmlSanitizer.Clean(value.Text("Html") ?? "")) },
                StandardParts.MarkdownBody => new ContentBlock { Html = DescribeFields.Rich(MarkdownText.ToHtml(value.Text("Markdown"))) },
                StandardParts.Bag when depth < DeepestPiece =>
                    await PiecesAsync(part, value, depth, tags, cancellationToken),
                _ => null,
            };
            if (own is { Html: not null } or { Pieces.Count: > 0 })
            {
                blocks.Add(own);
            }

            // Summary, cover and the like of an article stand in the head of the page and in lists.
            foreach (var field in part.PartName == StandardParts.Article ? [] : FieldsOf(part))
            {
                if (value[field.Name] is JsonObject stored && await fields.RunAsync(field, stored, tags, cancellationToken) is { } block)
                {
                    blocks.Add(block);
                }
            }
        }

        return blocks;
    }

    private async Task<ContentBlock> PiecesAsync(
        ContentTypePart bag, JsonObject value, int depth, ICollection<string> tags, CancellationToken cancellationToken)
    {
        var pieces = new List<ContentPiece>();
        foreach (var inner in (value["ContentItems"] as JsonArray ?? []).OfType<JsonObject>())
        {
            if (definitions.FindType(inner.Text("ContentType") ?? "") is { } type)
            {
                var blocks = await BlocksAsync(inner, type, depth + 1, tags, cancellationToken);
                pieces.Add(new ContentPiece(inner.Text(ContentParts.Title) ?? "", blocks));
            }
        }

        return new ContentBlock { Label = bag.DisplayName ?? "", Pieces = pieces };
    }

    private IEnumerable<ContentFieldDefinition> FieldsOf(ContentTypePart part) =>
        definitions.Parts.GetValueOrDefault(part.PartName)?.FieldsByPosition ?? [];

    private async Task<IReadOnlyList<ContentLink>> TrailAsync(
        ContentItem item, ICollection<string> tags, CancellationToken cancellationToken)
    {
        var trail = new List<ContentLink>();
        var id = ListOf(item.Parts);
        while (!string.IsNullOrEmpty(id) && trail.Count < LongestTrail)
        {
            var list = id;
            tags.Add(PublicTags.Item(list));
            if (await db.Set<ContentSummary>().AsNoTracking().SingleOrDefaultAsync(row => row.ContentItemId == list, cancellationToken)
                is not { } summary)
            {
                break;
            }

            trail.Insert(0, new ContentLink(summary.Href, summary.Title));
            id = summary.ContainerId;
        }

        return trail;
    }

    private static string? ListOf(JsonObject parts) => parts.Text($"{StandardParts.Contained}.ListContentItemId");
}
