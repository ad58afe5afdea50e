using System.Globalization;
using System.Text.Json.Nodes;
using System.Text.RegularExpressions;
using PartyCms.Kernel.Content.Definitions;
using PartyCms.Kernel.Content.Fields;
using PartyCms.Kernel.Text;
using PartyCms.Kernel.Time;
using PartyCms.Kernel.Web;

namespace PartyCms.Contents.Editing.Defined;

/// <summary>
/// Turns what was typed into one field into its value on the wire. What the form did not hold stays; properties of the
/// value that are not known here stay too.
/// </summary>
internal static partial class FieldForm
{
    private const string SecondsUtc = "yyyy-MM-ddTHH:mm:ssZ";

    /// <summary>Reads one field.</summary>
    /// <param name="field">Its definition.</param>
    /// <param name="stored">Its present value, or null. Not changed.</param>
    /// <param name="form">What was typed, by path and suffix.</param>
    /// <param name="path">Where it stands.</param>
    /// <param name="time">The site's calendar.</param>
    public static JsonObject Read(
        ContentFieldDefinition field, JsonObject? stored, IReadOnlyDictionary<string, string?> form, string path, SiteTime time)
    {
        var value = stored?.DeepClone().AsObject() ?? [];
        switch (field.FieldName)
        {
            case FieldKind.Media:
                ReadFiles(value, form, path);
                break;
            case FieldKind.MultiText:
                ReadList(value, "Values", form, path);
                break;
            case FieldKind.ContentPicker:
                ReadList(value, "ContentItemIds", form, path);
                break;
            case FieldKind.UserPicker:
                ReadPeople(value, form, path);
                break;
            case FieldKind.Taxonomy:
                ReadTerms(field, value, form, path);
                break;
            case FieldKind.DateTime when form.TryGetValue($"{path}.Value{ContentFieldsModel.LocalSuffix}", out var local):
                Set(value, "Value", ReadInstant(local, time));
                break;
            default:
                ReadPlain(field.FieldName, value, form, path);
                break;
        }

        return value;
    }

    /// <summary>A text as rich text: what holds no markup is paragraphs.</summary>
    public static string Html(string text) => HtmlSanitizer.Clean(Tag().IsMatch(text) ? text : HtmlSanitizer.FromPlainText(text));

    private static void ReadPlain(string kind, JsonObject value, IReadOnlyDictionary<string, string?> form, string path)
    {
        foreach (var property in PropertiesOf(kind))
        {
            if (form.TryGetValue($"{path}.{property}", out var typed))
            {
                var text = typed?.Trim() ?? "";
                Set(value, property, text.Length == 0 ? null : PlainValue(kind, text));
            }
        }
    }

    private static string[] PropertiesOf(string kind) => kind switch
    {
        FieldKind.Link => ["Url", "Text", "Target"],
        _ => [FieldKind.Find(kind)!.Value],
    };

    // What cannot be read stays as it was typed: the rules then say what is wrong with it.
    private static JsonNode? PlainValue(string kind, string text) => kind switch
    {
        FieldKind.Html => Html(text),
        FieldKind.Boolean => text == "true",
        FieldKind.Numeric when decimal.TryParse(
            text, NumberStyles.AllowLeadingSign | NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out var number) =>
            JsonValue.Create(number),
        FieldKind.Date when text.Length == 10 && FieldRules.TryReadDay(text, out _) => text + "T00:00:00Z",
        FieldKind.Time when FieldRules.TryReadTime(text, out var time) => time.ToString("HH:mm:ss", CultureInfo.InvariantCulture),
        _ => text.ReplaceLineEndings("\n"),
    };

    private static JsonNode? ReadInstant(string? local, SiteTime time) => string.IsNullOrWhiteSpace(local) ? null
        : DateTime.TryParseExact(
            local.Trim(), ["yyyy-MM-ddTHH:mm", "yyyy-MM-ddTHH:mm:ss"], CultureInfo.InvariantCulture, DateTimeStyles.None, out var wall)
            ? time.At(DateOnly.FromDateTime(wall), TimeOnly.FromDateTime(wall)).UtcDateTime.ToString(SecondsUtc, CultureInfo.InvariantCulture)
            : local.Trim();

    private static void ReadList(JsonObject value, string property, IReadOnlyDictionary<string, string?> form, string path)
    {
        var list = $"{path}.{property}";
        if (form.TryGetValue(list + ContentFieldsModel.LinesSuffix, out var lines))
        {
            SetList(value, property, (lines ?? "").ReplaceLineEndings("\n").Split('\n', StringSplitOptions.TrimEntries));
        }
        else if (form.ContainsKey(list + ContentFieldsModel.ListSuffix))
        {
            SetList(value, property, Entries(form, list).Select(entry => entry.Text));
        }
    }

    private static void ReadPeople(JsonObject value, IReadOnlyDictionary<string, string?> form, string path)
    {
        var before = Texts(value, "UserIds");
        ReadList(value, "UserIds", form, path);

        // Names that other systems wrote along belong to the people they were written for.
        var names = Texts(value, "UserNames");
        if (names.Count > 0)
        {
            SetList(value, "UserNames", Texts(value, "UserIds").Select(id => before.IndexOf(id))
                .Where(place => place >= 0 && place < names.Count).Select(place => names[place]));
        }
    }

    private static void ReadTerms(
        ContentFieldDefinition field, JsonObject value, IReadOnlyDictionary<string, string?> form, string path)
    {
        ReadList(value, "TermContentItemIds", form, path);
        if (value["TermContentItemIds"] is not null && value["TaxonomyContentItemId"] is null
            && field.Setting("TaxonomyContentItemId") is { } taxonomy)
        {
            value["TaxonomyContentItemId"] = taxonomy.DeepClone();
        }
    }

    // Words and the point that must stay visible belong to a file and go where it goes.
    private static void ReadFiles(JsonObject value, IReadOnlyDictionary<string, string?> form, string path)
    {
        if (!form.ContainsKey($"{path}.Paths{ContentFieldsModel.ListSuffix}"))
        {
            return;
        }

        var before = Texts(value, "Paths");
        var files = Entries(form, path + ".Paths").Where(entry => entry.Text.Length > 0)
            .Select(entry => entry with { Text = FieldAddress.OfLibrary(entry.Text) }).ToList();
        SetList(value, "Paths", files.Select(file => file.Text));
        var texts = files.Select(file => form.GetValueOrDefault($"{path}.MediaTexts[{file.Place}]")?.Trim() ?? "").ToList();
        if (texts.Exists(text => text.Length > 0) || value["MediaTexts"] is not null)
        {
            value["MediaTexts"] = new JsonArray([.. texts.Select(text => (JsonNode)text)]);
        }

        foreach (var parallel in new[] { "Anchors", "AttachedFileNames" })
        {
            if (value[parallel] is JsonArray { Count: > 0 } old)
            {
                value[parallel] = new JsonArray([.. files.Select(file => before.IndexOf(file.Text))
                    .Select(place => place >= 0 && place < old.Count ? old[place]?.DeepClone() : null)]);
            }
        }
    }

    private static IEnumerable<(int Place, string Text)> Entries(IReadOnlyDictionary<string, string?> form, string list) =>
        form.Where(entry => entry.Key.StartsWith(list + "[", StringComparison.Ordinal) && entry.Key.EndsWith(']'))
            .Select(entry => (Place: PlaceOf(entry.Key, list.Length), Text: entry.Value?.Trim() ?? ""))
            .Where(entry => entry.Place >= 0).OrderBy(entry => entry.Place);

    private static int PlaceOf(string key, int length) =>
        int.TryParse(key.AsSpan(length + 1, key.Length - length - 2), NumberStyles.None, CultureInfo.InvariantCulture, out var place) ? place : -1;

    private static List<string> Texts(JsonObject value, string property) =>
        [.. (value[property] as JsonArray ?? []).Select(node => node is JsonValue text ? text.ToString() : "")];

    private static void SetList(JsonObject value, string property, IEnumerable<string> texts)
    {
        var list = texts.Where(text => text.Length > 0).Distinct(StringComparer.Ordinal).ToList();
        if (list.Count > 0 || value[property] is not null)
        {
            value[property] = new JsonArray([.. list.Select(text => (JsonNode)text)]);
        }
    }

    private static void Set(JsonObject value, string property, JsonNode? node)
    {
        if (node is null)
        {
            value.Remove(property);
        }
        else
        {
            value[property] = node;
        }
    }

    [GeneratedRegex("<[a-zA-Z/!]")]
    private static partial Regex Tag();
}
