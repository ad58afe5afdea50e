using System.Text.Json.Nodes;
using PartyCms.Kernel.Content.Definitions;
using PartyCms.Kernel.Content.Fields;
using PartyCms.Kernel.Content.Permalinks;
using PartyCms.Kernel.Data;
using PartyCms.Kernel.Security;
using PartyCms.Kernel.Text;
using PartyCms.Kernel.Time;

namespace PartyCms.Kernel.Content;

/// <summary>
/// Makes the version that a save will store: sanitises every body, finds title, permalink and branch, and checks what
/// holds for every type.
/// </summary>
public sealed partial class ContentPreparation(
    CmsDbContext db, ContentDefinitions definitions, PermalinkFinder permalinks, Caller caller, SiteTime time, TimeProvider clock)
{
    /// <summary>Longest title, in characters (column length of the field's index).</summary>
    public const int TitleLength = 255;

    /// <summary>Longest summary kept for lists, in characters.</summary>
    public const int SummaryLength = 200;

    private static readonly (string Path, int Longest)[] SummaryLengths =
    [
        (ContentParts.Permalink, 900), (ContentParts.Cover, 1024), (ContentParts.CoverAlt, 255), (ContentParts.Column, 64),
    ];

    internal async Task<(ContentItem Item, List<ContentProblem> Problems)> PrepareAsync(
        ContentEdit edit, ContentType type, ContentItem? head, bool publish, CancellationToken cancellationToken)
    {
        var problems = new List<ContentProblem>();
        var parts = edit.Parts.DeepClone().AsObject();
        SanitiseBodies(parts);
        NormalizeCover(parts);
        var now = clock.GetUtcNow();

        // A draft that was never shown is changed in place by who wrote it; a shown version is history, and what another
        // person wrote stays findable in it.
        var inPlace = head is { Published: false } && head.Author == caller.Name && !publish && !edit.AsNewVersion
            && !await WasWithdrawnAsync(head, cancellationToken);
        var item = inPlace
            ? head!
            : new ContentItem
            {
                ContentItemId = head?.ContentItemId ?? edit.NewContentItemId ?? ContentIds.New(),
                ContentItemVersionId = ContentIds.New(),
                ContentType = type.Name,
                CreatedUtc = head?.CreatedUtc ?? edit.PublishedUtc ?? now,
                Revision = (head?.Revision ?? 0) + 1,
            };
        item.ModifiedUtc = edit.PublishedUtc ?? now;
        item.Owner = edit.Owner ?? head?.Owner ?? caller.Id;
        item.Author = caller.OnBehalfOf is null ? caller.Name : head?.Author ?? caller.OnBehalfOf;
        item.DisplayText = (parts.Text(ContentParts.Title) ?? edit.DisplayText ?? head?.DisplayText ?? "").Trim();
        GenerateTitle(parts, type, item);
        CheckTitle(item.DisplayText, type, problems);
        CheckLengths(parts, problems);
        CheckCover(parts, problems);
        item.OrgUnitId = FindBranch(parts, type, problems);
        item.Path = type.HasAddress ? await permalinks.FindAsync(parts, type, item, problems, cancellationToken) : null;
        if (item.Path is not null)
        {
            parts.Set(ContentParts.Permalink, item.Path);
        }

        item.Store(parts);
        return (item, problems);
    }

    internal static void Describe(ContentItem item, ContentSummary summary, DateTimeOffset modified)
    {
        var parts = item.Parts;
        var text = parts.Text(ContentParts.Summary);
        summary.ContentItemVersionId = item.ContentItemVersionId;
        summary.OrgUnitId = item.OrgUnitId;
        summary.Title = item.DisplayText ?? "";
        summary.Summary = string.IsNullOrWhiteSpace(text)
            ? HtmlText.Summarize(parts.Text(ContentParts.Body) ?? MarkdownText.ToHtml(parts.Text(ContentParts.MarkdownBody)), SummaryLength)
            : HtmlText.Summarize(text, SummaryLength);
        summary.CoverPath = parts.Text(ContentParts.Cover);
        summary.CoverAlt = parts.Text(ContentParts.CoverAlt);
        summary.Column = parts.Text(ContentParts.Column);
        summary.ContainerId = item.ContainerId;
        summary.Position = item.Position;
        summary.Path = item.Path!;
        summary.ModifiedUtc = modified;
        summary.IsPinned = parts.Flag(ContentParts.Pinned);
        summary.PinnedOrder = parts.Number(ContentParts.PinnedOrder) ?? 0;
    }

    private static void SanitiseBodies(JsonNode? node)
    {
        switch (node)
        {
            case JsonObject container:
                foreach (var (name, value) in container.ToList())
                {
                    if (name == "Html" && value is JsonValue text && text.TryGetValue<string>(out var html))
                    {
                        container[name] = HtmlSanitizer.Clean(html);
                    }
                    else
                    {
                        SanitiseBodies(value);
                    }
                }

                break;
            case JsonArray array:
                foreach (var element in array)
                {
                    SanitiseBodies(element);
                }

                break;
        }
    }

    // A title that people may write is made only where they wrote none; without a pattern a program brings it.
    private void GenerateTitle(JsonObject parts, ContentType type, ContentItem item)
    {
        var options = TitleOptions.Of(type);
        if (options.Pattern is null || (!options.IsGenerated && (options.IsRequired || item.DisplayText!.Length > 0)))
        {
            return;
        }

        if (TitlePattern.Expand(options.Pattern, parts, item, time) is { Length: > 0 } title)
        {
            parts.Set(ContentParts.Title, title);
            item.DisplayText = title;
        }
    }

    // Articles have a title; of other types, a widget for example, some have none.
    private static void CheckTitle(string title, ContentType type, List<ContentProblem> problems)
    {
        var isRequired = type.PathPrefix.Length > 0
            || TitleOptions.Of(type).IsRequired;
        if (title.Length == 0 && isRequired)
        {
            problems.Add(new ContentProblem(ContentParts.Title, "请填写标题。", "A value is required for Title."));
        }
        else if (title.Length > TitleLength)
        {
            problems.Add(new ContentProblem(ContentParts.Title, $"标题最多 {TitleLength} 个字，现在有 {title.Length} 个。"));
        }
    }

    // Columns of the summary: one of the databases refuses a longer text, and only when everything else was done.
    private static void CheckLengths(JsonObject parts, List<ContentProblem> problems)
    {
        foreach (var (path, longest) in SummaryLengths)
        {
            if (parts.Text(path)?.Length > longest)
            {
                problems.Add(new ContentProblem(path, $"这一项最多 {longest} 个字，请缩短。", $"At most {longest} characters are allowed."));
            }
        }
    }

    // Programs that know other systems give the path within the library alone.
    internal static void NormalizeCover(JsonObject parts)
    {
        if (parts.Text(ContentParts.Cover) is { Length: > 0 } cover && FieldAddress.FromLibrary(cover) is var address && address != cover)
        {
            parts.Set(ContentParts.Cover, address);
        }
    }

    // A path or an address of the web; "javascript:", "data:" and their like never come near a page.
    private static void CheckCover(JsonObject parts, List<ContentProblem> problems)
    {
        if (parts.Text(ContentParts.Cover) is { } cover
            && (cover.Any(char.IsControl)
                || (Uri.TryCreate(cover.Trim(), UriKind.Absolute, out var address)
                    && address.Scheme is not ("https" or "http" or "file"))))
        {
            problems.Add(new ContentProblem(
                ContentParts.Cover, "封面图片的地址应以 / 或 https:// 开头。", "The cover is a path or an address that begins with https://."));
        }
    }

    private static Guid? FindBranch(JsonObject parts, ContentType type, List<ContentProblem> problems)
    {
        var text = parts.Text(ContentParts.Branch);
        if (Guid.TryParse(text, out var branch))
        {
            return branch;
        }

        if (type.NeedsBranch || !string.IsNullOrEmpty(text))
        {
            problems.Add(new ContentProblem(ContentParts.Branch, "请选择这条内容属于哪个支部。"));
        }

        return null;
    }

    // Withdrawing stamps the version and the tombstone with the same moment; a draft begun later bears another.
    private Task<bool> WasWithdrawnAsync(ContentItem head, CancellationToken cancellationToken) =>
        db.Set<ContentTombstone>().AnyAsync(
            tombstone => tombstone.ContentItemId == head.ContentItemId && tombstone.WithdrawnUtc == head.ModifiedUtc, cancellationToken);
}
