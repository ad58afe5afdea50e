using System.Text.Json.Nodes;

namespace PartyCms.Kernel.Content.Definitions;

/// <summary>
/// What a content type is made of, in the shape of an Orchard Core type definition. Settings, and root properties that
/// are not known here, are kept as they came and exported again.
/// </summary>
public sealed record ContentTypeDefinition
{
    /// <summary>Identifier on the wire, such as <c>BlogPost</c>.</summary>
    public required string Name { get; init; }

    /// <summary>Its name for people.</summary>
    public required string DisplayName { get; init; }

    /// <summary>Settings objects by name, such as <c>ContentTypeSettings</c>. Never changed in place.</summary>
    public JsonObject Settings { get; init; } = [];

    /// <summary>Its parts, in the order they were declared.</summary>
    public IReadOnlyList<ContentTypePart> Parts { get; init; } = [];

    /// <summary>Root properties that mean nothing here.</summary>
    public JsonObject Rest { get; init; } = [];

    /// <summary>What the type is used for: empty for pages, <c>Widget</c>, <c>MenuItem</c> and so on for pieces of others.</summary>
    public string Stereotype => Settings.Text("ContentTypeSettings.Stereotype") ?? "";

    /// <summary>The parts in the order in which editors and pages show them: by <c>Position</c>, then as declared.</summary>
    public IEnumerable<ContentTypePart> PartsByPosition => Parts.OrderBy(part => part.Position);

    /// <summary>The part attached under a name, or null.</summary>
    public ContentTypePart? FindPart(string name) => Parts.FirstOrDefault(part => part.Name == name);

    /// <summary>Whether a kind of part is attached, under whatever name.</summary>
    public bool Has(string partName) => Parts.Any(part => part.PartName == partName);
}

/// <summary>A part as it is attached to a type.</summary>
/// <param name="PartName">Name of the <see cref="ContentPartDefinition" />.</param>
/// <param name="Name">Name of this use of it, which is also its name in an item; mostly the same.</param>
/// <param name="Settings">Settings objects by name, such as <c>ContentTypePartSettings</c>. Never changed in place.</param>
public sealed record ContentTypePart(string PartName, string Name, JsonObject Settings)
{
    /// <summary>Its name for people, or null where the part's own is meant.</summary>
    public string? DisplayName => Settings.Text("ContentTypePartSettings.DisplayName");

    /// <summary>Place among the parts; those that say nothing come first, as in Orchard Core.</summary>
    public double Position => DefinitionJson.Position(Settings.Find("ContentTypePartSettings.Position"));
}

/// <summary>A part: a group of fields that types share, or one that the CMS itself knows, such as <c>TitlePart</c>.</summary>
public sealed record ContentPartDefinition
{
    /// <summary>Identifier on the wire.</summary>
    public required string Name { get; init; }

    /// <summary>Settings objects by name, such as <c>ContentPartSettings</c>. Never changed in place.</summary>
    public JsonObject Settings { get; init; } = [];

    /// <summary>Its fields, in the order they were declared.</summary>
    public IReadOnlyList<ContentFieldDefinition> Fields { get; init; } = [];

    /// <summary>Root properties that mean nothing here.</summary>
    public JsonObject Rest { get; init; } = [];

    /// <summary>Its name for people.</summary>
    public string DisplayName => Settings.Text("ContentPartSettings.DisplayName") is { Length: > 0 } name ? name : Name;

    /// <summary>The fields in the order in which editors and pages show them.</summary>
    public IEnumerable<ContentFieldDefinition> FieldsByPosition => Fields.OrderBy(one => one.Position);
}

/// <summary>One field of a part.</summary>
/// <param name="FieldName">Kind of field, such as <c>TextField</c>; an unknown kind is kept and not edited.</param>
/// <param name="Name">Name of the field within its part.</param>
/// <param name="Settings">Settings objects by name, such as <c>TextFieldSettings</c>. Never changed in place.</param>
public sealed record ContentFieldDefinition(string FieldName, string Name, JsonObject Settings)
{
    /// <summary>Its name for people.</summary>
    public string DisplayName => Settings.Text("ContentPartFieldSettings.DisplayName") is { Length: > 0 } name ? name : Name;

    /// <summary>Place among the fields.</summary>
    public double Position => DefinitionJson.Position(Settings.Find("ContentPartFieldSettings.Position"));

    /// <summary>What the person who fills it in should know, or null.</summary>
    public string? Hint => Setting("Hint") is JsonValue value && value.TryGetValue<string>(out var hint) ? hint : null;

    /// <summary>Whether it must be filled in before publication.</summary>
    public bool IsRequired => Setting("Required") is JsonValue value && value.TryGetValue<bool>(out var required) && required;

    /// <summary>Which of several editors of its kind it wants, or null for the plain one.</summary>
    public string? Editor => Settings.Text("ContentPartFieldSettings.Editor");

    /// <summary>A setting of its own kind, from <c>{FieldName}Settings</c>, or null.</summary>
    public JsonNode? Setting(string name) => Settings.Find($"{FieldName}Settings.{name}");
}
