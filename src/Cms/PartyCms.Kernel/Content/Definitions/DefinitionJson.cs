using System.Globalization;
using System.Text.Json.Nodes;

namespace PartyCms.Kernel.Content.Definitions;

/// <summary>The wire form of definitions: <c>ContentTypes</c> and <c>ContentParts</c> of a <c>ContentDefinition</c> step.</summary>
public static class DefinitionJson
{
    private const string TypeParts = "ContentTypePartDefinitionRecords";

    private const string PartFields = "ContentPartFieldDefinitionRecords";

    private const int LongestName = 128;

    /// <summary>Reads a type.</summary>
    /// <exception cref="ContentDefinitionException">A name is missing, too long or stands twice.</exception>
    public static ContentTypeDefinition ReadType(JsonObject json)
    {
        var name = NameOf(json, "Name") ?? throw new ContentDefinitionException("A content type has no Name.");
        var parts = Records(json, TypeParts).Select(record =>
        {
            var part = NameOf(record, "PartName") ?? throw new ContentDefinitionException(
                $"Unable to add content-part to the '{name}' content-type. The part name cannot be null or empty.");
            return new ContentTypePart(part, NameOf(record, "Name") ?? part, SettingsOf(record));
        }).ToList();
        Refuse(parts.Select(part => part.Name), name);
        return new ContentTypeDefinition
        {
            Name = name,
            DisplayName = json.Text("DisplayName") is { Length: > 0 } display ? display : name,
            Settings = SettingsOf(json),
            Parts = parts,
            Rest = RestOf(json, "Name", "DisplayName", "Settings", TypeParts),
        };
    }

    /// <summary>Reads a part.</summary>
    /// <exception cref="ContentDefinitionException">A name is missing, too long or stands twice.</exception>
    public static ContentPartDefinition ReadPart(JsonObject json)
    {
        var name = NameOf(json, "Name") ?? throw new ContentDefinitionException("A content part has no Name.");
        var fields = Records(json, PartFields).Select(record =>
        {
            var kind = NameOf(record, "FieldName");
            var field = NameOf(record, "Name");
            return kind is null || field is null
                ? throw new ContentDefinitionException($"A field of the content part '{name}' lacks its Name or FieldName.")
                : new ContentFieldDefinition(kind, field, SettingsOf(record));
        }).ToList();
        Refuse(fields.Select(field => field.Name), name);
        return new ContentPartDefinition
        {
            Name = name,
            Settings = SettingsOf(json),
            Fields = fields,
            Rest = RestOf(json, "Name", "Settings", PartFields),
        };
    }

    /// <summary>Writes a type.</summary>
    public static JsonObject Write(ContentTypeDefinition type)
    {
        var json = new JsonObject
        {
            ["Name"] = type.Name,
            ["DisplayName"] = type.DisplayName,
            ["Settings"] = type.Settings.DeepClone(),
            [TypeParts] = new JsonArray([.. type.Parts.Select(part => (JsonNode)new JsonObject
            {
                ["PartName"] = part.PartName,
                ["Name"] = part.Name,
                ["Settings"] = part.Settings.DeepClone(),
            })]),
        };
        return Add(json, type.Rest);
    }

    /// <summary>Writes a part.</summary>
    public static JsonObject Write(ContentPartDefinition part)
    {
        var json = new JsonObject
        {
            ["Name"] = part.Name,
            ["Settings"] = part.Settings.DeepClone(),
            [PartFields] = new JsonArray([.. part.Fields.Select(field => (JsonNode)new JsonObject
            {
                ["FieldName"] = field.FieldName,
                ["Name"] = field.Name,
                ["Settings"] = field.Settings.DeepClone(),
            })]),
        };
        return Add(json, part.Rest);
    }

    // A position is a text, a dotted one at times; real files hold numbers too.
    internal static double Position(JsonNode? node) => node is JsonValue value
        && (value.TryGetValue<double>(out var number)
            || (value.TryGetValue<string>(out var text)
                && double.TryParse(text, NumberStyles.Float, CultureInfo.InvariantCulture, out number)))
        ? number
        : 0;

    private static JsonObject Add(JsonObject json, JsonObject rest)
    {
        foreach (var (name, value) in rest)
        {
            json[name] = value?.DeepClone();
        }

        return json;
    }

    private static string? NameOf(JsonObject json, string property)
    {
        var name = json.Text(property)?.Trim();
        return string.IsNullOrEmpty(name) ? null
            : name.Length <= LongestName ? name
            : throw new ContentDefinitionException($"The name '{name[..32]}…' is longer than {LongestName} characters.");
    }

    private static IEnumerable<JsonObject> Records(JsonObject json, string property) =>
        (json[property] as JsonArray ?? []).OfType<JsonObject>();

    // Settings are missing, null or mis-nested in real files; what is no object is no setting.
    private static JsonObject SettingsOf(JsonObject json) => json["Settings"] is JsonObject settings ? settings.DeepClone().AsObject() : [];

    private static JsonObject RestOf(JsonObject json, params ReadOnlySpan<string> known)
    {
        var rest = new JsonObject();
        foreach (var (name, value) in json)
        {
            if (!known.Contains(name))
            {
                rest[name] = value?.DeepClone();
            }
        }

        return rest;
    }

    private static void Refuse(IEnumerable<string> names, string owner)
    {
        if (names.GroupBy(name => name, StringComparer.Ordinal).FirstOrDefault(group => group.Count() > 1) is { } twice)
        {
            throw new ContentDefinitionException($"The name '{twice.Key}' stands twice in '{owner}'.");
        }
    }
}
