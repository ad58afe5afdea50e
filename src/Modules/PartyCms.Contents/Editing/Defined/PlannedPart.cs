using PartyCms.Kernel.Content.Definitions;
using PartyCms.Kernel.Web;

namespace PartyCms.Contents.Editing.Defined;

/// <summary>One part of a type as the editor treats it.</summary>
/// <param name="Part">The part as it is attached.</param>
/// <param name="DisplayName">Its name for people.</param>
/// <param name="Property">The value the part itself has, such as <c>Html</c>; null where it has none that is edited here.</param>
/// <param name="Fields">Its fields that are edited here.</param>
internal sealed record PlannedPart(
    ContentTypePart Part, string DisplayName, string? Property, IReadOnlyList<ContentFieldDefinition> Fields)
{
    public string Name => Part.Name;

    public bool IsBag => Part.PartName == StandardParts.Bag;

    /// <summary>Whether there is something to edit; else it is kept as it is.</summary>
    public bool IsEdited => Property is not null || Fields.Count > 0;

    /// <summary>Whether another place of the editor shows it.</summary>
    public bool IsElsewhere { get; init; }

    /// <summary>The model of its view.</summary>
    /// <param name="form">What is stored, typed and wrong.</param>
    /// <param name="prefix">What stands before its path: empty, or the place of an item within a bag.</param>
    public PartEditor Editor(ContentFieldsModel form, string prefix = "")
    {
        var path = prefix + Name;
        var fields = Fields.Select(field => new FieldEditor(field, $"{path}.{field.Name}", Part.PartName, form)).ToList();
        return new PartEditor(Part, DisplayName, path, fields, form);
    }
}
