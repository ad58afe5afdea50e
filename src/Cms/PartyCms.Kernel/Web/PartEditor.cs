using PartyCms.Kernel.Content.Definitions;

namespace PartyCms.Kernel.Web;

/// <summary>
/// Model of the view that edits one part: <c>/Pages/Shared/ContentFields/{PartName}.cshtml</c> of a module or theme, else
/// the one that comes along, else one field below the other.
/// </summary>
/// <param name="Part">The part as it is attached to the type.</param>
/// <param name="DisplayName">Its name for people.</param>
/// <param name="Path">Where it stands in the item: its name, within a bag behind the place of the item.</param>
/// <param name="Fields">Its fields, in order.</param>
/// <param name="Form">What is stored, typed and wrong.</param>
public sealed record PartEditor(
    ContentTypePart Part, string DisplayName, string Path, IReadOnlyList<FieldEditor> Fields, ContentFieldsModel Form)
{
    /// <summary>Path of a property of the part.</summary>
    public string PathOf(string property) => $"{Path}.{property}";
}
