using PartyCms.Kernel.Content;
using PartyCms.Kernel.Content.Definitions;

namespace PartyCms.Contents.Defining;

/// <summary>The part that holds a type's own fields: named as the type, or, where a module declares it, with <c>Part</c> behind.</summary>
internal static class OwnPart
{
    /// <summary>Name of the own part of a type.</summary>
    public static string NameOf(ContentType type) =>
        type.Definition!.FindPart(type.Name) is null && type.Definition.FindPart(type.Name + "Part") is not null ? type.Name + "Part" : type.Name;

    /// <summary>The type with its own part attached behind all others.</summary>
    public static ContentTypeDefinition Attach(ContentTypeDefinition type, string name) => type.FindPart(name) is not null
        ? type
        : type with { Parts = Numbered([.. type.PartsByPosition, new ContentTypePart(name, name, [])]) };

    /// <summary>Parts whose positions follow their order here.</summary>
    public static IReadOnlyList<ContentTypePart> Numbered(IReadOnlyList<ContentTypePart> parts) =>
        [.. parts.Select((part, place) =>
        {
            var settings = part.Settings.DeepClone().AsObject();
            settings.Set("ContentTypePartSettings.Position", $"{place}");
            return part with { Settings = settings };
        })];
}
