using System.Text.Json.Nodes;
using PartyCms.Kernel.Content.Definitions;

namespace PartyCms.Kernel.Content.Fields;

/// <summary>One of the answers that a field offers.</summary>
/// <param name="Name">What people read.</param>
/// <param name="Value">What is stored.</param>
/// <param name="IsDefault">Whether a new item begins with it.</param>
public sealed record FieldOption(string Name, string Value, bool IsDefault = false)
{
    /// <summary>Name of the editor of a text that is chosen from a list.</summary>
    public const string ListEditor = "PredefinedList";

    /// <summary>Settings object of such a text.</summary>
    public const string ListSettings = "TextFieldPredefinedListEditorSettings";

    /// <summary>The answers a field offers; none where anything may be written.</summary>
    public static IReadOnlyList<FieldOption> Of(ContentFieldDefinition field) => field.FieldName switch
    {
        FieldKind.Text when field.Editor == ListEditor =>
            Read(field.Settings.Find($"{ListSettings}.Options"), field.Settings.Text($"{ListSettings}.DefaultValue")),
        FieldKind.MultiText => Read(field.Setting("Options"), null),
        _ => [],
    };

    /// <summary>The wire form of a list.</summary>
    public static JsonArray Write(IEnumerable<FieldOption> options, bool withDefault) =>
        new([.. options.Select(option => (JsonNode)(withDefault
            ? new JsonObject { ["name"] = option.Name, ["value"] = option.Value, ["default"] = option.IsDefault }
            : new JsonObject { ["name"] = option.Name, ["value"] = option.Value }))]);

    private static List<FieldOption> Read(JsonNode? node, string? chosen) =>
        [.. (node as JsonArray ?? []).OfType<JsonObject>().Select(option =>
        {
            var name = Text(option, "name");
            var value = Text(option, "value") ?? name ?? "";
            return new FieldOption(name ?? value, value, value == chosen || Flag(option));
        }).Where(option => option.Value.Length > 0)];

    // The field writes these names in small letters; documents of hand hold capitals too.
    private static string? Text(JsonObject option, string name) =>
        option.Text(name) ?? option.Text(string.Concat(char.ToUpperInvariant(name[0]).ToString(), name.AsSpan(1)));

    private static bool Flag(JsonObject option) => option.Flag("default") || option.Flag("Default");
}
