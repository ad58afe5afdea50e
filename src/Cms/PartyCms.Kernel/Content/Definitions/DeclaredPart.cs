using System.Text.Json.Nodes;
using PartyCms.Kernel.Content.Fields;

namespace PartyCms.Kernel.Content.Definitions;

/// <summary>How a module declares a part of its own, in a few words.</summary>
public static class DeclaredPart
{
    /// <summary>A part that belongs to one type of the module.</summary>
    /// <param name="name">Name on the wire.</param>
    /// <param name="displayName">Its name for people.</param>
    /// <param name="fields">Its fields, in order.</param>
    public static ContentPartDefinition Of(string name, string displayName, params IReadOnlyList<ContentFieldDefinition> fields) => new()
    {
        Name = name,
        Settings = new JsonObject { ["ContentPartSettings"] = new JsonObject { ["Attachable"] = false, ["DisplayName"] = displayName } },
        Fields = [.. fields.Select((field, position) => field with { Settings = At(field.Settings, position) })],
    };

    /// <summary>One of its fields.</summary>
    /// <param name="kind">Kind of field, such as <see cref="FieldKind.Text" />.</param>
    /// <param name="name">Name on the wire.</param>
    /// <param name="displayName">Its name for people.</param>
    /// <param name="hint">What the person who fills it in should know, or null.</param>
    /// <param name="settings">Settings of its kind, or null for none.</param>
    public static ContentFieldDefinition Field(
        string kind, string name, string displayName, string? hint = null, JsonObject? settings = null)
    {
        var own = settings ?? [];
        if (hint is not null)
        {
            own["Hint"] = hint;
        }

        return new ContentFieldDefinition(kind, name, new JsonObject
        {
            ["ContentPartFieldSettings"] = new JsonObject { ["DisplayName"] = displayName },
            [kind + "Settings"] = own,
        });
    }

    /// <summary>A text that is one of a few.</summary>
    /// <param name="name">Name on the wire.</param>
    /// <param name="displayName">Its name for people.</param>
    /// <param name="options">What may be chosen.</param>
    /// <param name="hint">What the person who fills it in should know, or null.</param>
    public static ContentFieldDefinition Choice(
        string name, string displayName, IEnumerable<FieldOption> options, string? hint = null)
    {
        var field = Field(FieldKind.Text, name, displayName, hint);
        field.Settings["ContentPartFieldSettings"]!["Editor"] = FieldOption.ListEditor;
        field.Settings[FieldOption.ListSettings] = new JsonObject
        {
            ["Options"] = FieldOption.Write(options, withDefault: false), ["Editor"] = "Dropdown", ["DefaultValue"] = null,
        };
        return field;
    }

    private static JsonObject At(JsonObject settings, int position)
    {
        settings["ContentPartFieldSettings"]!["Position"] = $"{position}";
        return settings;
    }
}
