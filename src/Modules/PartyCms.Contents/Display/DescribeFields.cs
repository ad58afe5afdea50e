using System.Globalization;
using System.Text.Json.Nodes;
using Microsoft.AspNetCore.Html;
using PartyCms.Kernel.Content;
using PartyCms.Kernel.Content.Definitions;
using PartyCms.Kernel.Content.Fields;
using PartyCms.Kernel.Data;
using PartyCms.Kernel.Text;
using PartyCms.Kernel.Time;
using PartyCms.Kernel.Web;

namespace PartyCms.Contents.Display;

/// <summary>Turns the value of a field into what readers see of it. People are never shown.</summary>
internal sealed class DescribeFields(CmsDbContext db, SiteTime time)
{
    private const int MostLinks = 100;

    /// <summary>What a field shows, or null where it is empty, hidden or of a kind that is not shown.</summary>
    /// <param name="field">Its definition.</param>
    /// <param name="value">Its value.</param>
    /// <param name="tags">Collects what the page depends on.</param>
    /// <param name="cancellationToken">Stops the reading.</param>
    public async Task<ContentBlock?> RunAsync(
        ContentFieldDefinition field, JsonObject value, ICollection<string> tags, CancellationToken cancellationToken)
    {
        if (field.Settings.Flag($"{FieldPattern.Settings}.Hidden"))
        {
            return null;
        }

        var block = new ContentBlock { Label = field.DisplayName, Field = field };
        var shown = field.FieldName switch
        {
            FieldKind.Html => block with { Html = Rich(HtmlSanitizer.Clean(value.Text("Html") ?? "")) },
            FieldKind.Markdown => block with { Html = Rich(MarkdownText.ToHtml(value.Text("Markdown"))) },
            FieldKind.Link => block with { Links = LinkOf(value) },
            FieldKind.Media => block with { Files = FilesOf(value) },
            FieldKind.ContentPicker => block with { Links = await ItemsAsync(value, tags, cancellationToken) },
            FieldKind.Taxonomy => block with { Text = await TermsAsync(value, tags, cancellationToken) },
            FieldKind.UserPicker => block,
            _ => block with { Text = TextOf(field, value) },
        };
        return shown.Text.Length > 0 || shown.Html is not null || shown.Links.Count > 0 || shown.Files.Count > 0 ? shown : null;
    }

    /// <summary>Rich text as it is shown, or null where there is none.</summary>
    public static IHtmlContent? Rich(string html) => html.Length == 0 ? null : new HtmlString(ScrollableTables.Wrap(html));

    private string TextOf(ContentFieldDefinition field, JsonObject value)
    {
        var text = (value["Value"] as JsonValue)?.ToString() ?? "";
        return field.FieldName switch
        {
            FieldKind.Text => NameOf(field, value.Text("Text") ?? ""),
            FieldKind.MultiText => string.Join("、", Texts(value, "Values").Select(one => NameOf(field, one))),
            FieldKind.Boolean => bool.TryParse(text, out var flag) ? flag ? "是" : "否" : "",
            FieldKind.Numeric => FieldRules.ReadNumber(value["Value"])?.ToString("0.##########", CultureInfo.InvariantCulture) ?? "",
            FieldKind.Date => FieldRules.TryReadDay(text, out var day) ? SiteTime.Format(day) : text,
            FieldKind.DateTime => FieldRules.TryReadInstant(text, out var instant) ? time.FormatMinute(instant) : text,
            FieldKind.Time => FieldRules.TryReadTime(text, out var clock) ? clock.ToString("HH:mm", CultureInfo.InvariantCulture) : text,
            _ => "",
        };
    }

    private static string NameOf(ContentFieldDefinition field, string value) =>
        FieldOption.Of(field).FirstOrDefault(option => option.Value == value)?.Name ?? value;

    private static List<ContentLink> LinkOf(JsonObject value) =>
        value.Text("Url") is { Length: > 0 } url && FieldAddress.Link(url) is { } href
            ? [new ContentLink(href, value.Text("Text") is { Length: > 0 } text ? text : url)]
            : [];

    private static List<ContentFile> FilesOf(JsonObject value)
    {
        var words = Texts(value, "MediaTexts");
        return [.. Texts(value, "Paths").Select((path, place) => (
                Src: FieldAddress.File(path), Words: place < words.Count ? words[place] : "", Name: NameOf(path)))
            .Where(file => file.Src is not null)
            .Select(file => IsImage(file.Name)
                ? new ContentFile(file.Src!, file.Words, IsImage: true)
                : new ContentFile(file.Src!, file.Words.Length > 0 ? file.Words : file.Name, IsImage: false))];
    }

    private static string NameOf(string path) => path[(path.LastIndexOf('/') + 1)..];

    private static bool IsImage(string name) => Path.GetExtension(name).ToUpperInvariant() is ".JPG" or ".JPEG" or ".PNG" or ".WEBP" or ".GIF";

    private async Task<IReadOnlyList<ContentLink>> ItemsAsync(
        JsonObject value, ICollection<string> tags, CancellationToken cancellationToken)
    {
        var ids = Texts(value, "ContentItemIds").Take(MostLinks).ToList();
        foreach (var id in ids)
        {
            tags.Add(PublicTags.Item(id));
        }

        var rows = await db.Set<ContentSummary>().AsNoTracking().Where(row => ids.Contains(row.ContentItemId))
            .ToDictionaryAsync(row => row.ContentItemId, cancellationToken);
        return [.. ids.Select(id => rows.GetValueOrDefault(id)).OfType<ContentSummary>().Select(row => new ContentLink(row.Href, row.Title))];
    }

    private async Task<string> TermsAsync(JsonObject value, ICollection<string> tags, CancellationToken cancellationToken)
    {
        var chosen = Texts(value, "TermContentItemIds");
        var id = value.Text("TaxonomyContentItemId");
        if (chosen.Count == 0 || string.IsNullOrEmpty(id))
        {
            return "";
        }

        tags.Add(PublicTags.Item(id));
        var taxonomy = await db.Set<ContentItem>().AsNoTracking()
            .SingleOrDefaultAsync(item => item.ContentItemId == id && item.Published, cancellationToken);
        var names = new Dictionary<string, string>(StringComparer.Ordinal);
        Gather(taxonomy?.Parts.Find("TaxonomyPart.Terms") as JsonArray, names);
        return string.Join("、", chosen.Select(term => names.GetValueOrDefault(term)).OfType<string>().Where(name => name.Length > 0));
    }

    private static void Gather(JsonArray? terms, Dictionary<string, string> names)
    {
        foreach (var term in (terms ?? []).OfType<JsonObject>())
        {
            names[term.Text("ContentItemId") ?? ""] = term.Text("DisplayText") ?? term.Text(ContentParts.Title) ?? "";
            Gather(term["Terms"] as JsonArray, names);
        }
    }

    private static List<string> Texts(JsonObject value, string property) =>
        [.. (value[property] as JsonArray ?? []).OfType<JsonValue>().Select(node => node.ToString()).Where(text => text.Length > 0)];
}
