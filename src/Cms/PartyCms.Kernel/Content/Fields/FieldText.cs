using System.Text.Json.Nodes;
using PartyCms.Kernel.Content.Definitions;
using PartyCms.Kernel.Text;

namespace PartyCms.Kernel.Content.Fields;

/// <summary>The words in the fields of an item, for the search. What readers do not see is not among them.</summary>
public static class FieldText
{
    /// <summary>Plain text of every field that holds words, one below the other.</summary>
    /// <param name="parts">Parts of the item.</param>
    /// <param name="fields">Its fields with the parts that hold them.</param>
    public static string Of(JsonObject parts, IEnumerable<(ContentTypePart Part, ContentFieldDefinition Field)> fields) =>
        string.Join('\n', fields
            .Where(entry => !entry.Field.Settings.Flag($"{FieldPattern.Settings}.Hidden"))
            .Select(entry => parts[entry.Part.Name] is JsonObject part && part[entry.Field.Name] is JsonObject value
                ? WordsOf(entry.Field.FieldName, value)
                : "")
            .Where(words => words.Length > 0));

    private static string WordsOf(string kind, JsonObject value) => kind switch
    {
        FieldKind.Text => value.Text("Text") ?? "",
        FieldKind.Html => HtmlText.ToPlainText(value.Text("Html") ?? ""),
        FieldKind.Markdown => HtmlText.ToPlainText(MarkdownText.ToHtml(value.Text("Markdown"))),
        FieldKind.MultiText => string.Join(' ', (value["Values"] as JsonArray ?? []).OfType<JsonValue>().Select(text => text.ToString())),
        _ => "",
    };
}
