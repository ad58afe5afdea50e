using Microsoft.AspNetCore.Mvc.ViewEngines;
using PartyCms.Kernel.Content;
using PartyCms.Kernel.Content.Definitions;
using PartyCms.Kernel.Modularity;

namespace PartyCms.Contents.Editing.Defined;

/// <summary>
/// Plans editors, and finds the views of modules and themes that edit or show a type, a part or a field in their own way.
/// </summary>
internal sealed class PlanEditor(ContentDefinitions definitions, ModuleCatalogue modules, ICompositeViewEngine views)
{
    private const string Folder = "/Pages/Shared/ContentFields/";

    private const string DisplayFolder = "/Pages/Shared/ContentDisplay/";

    private static readonly string[] ArticleFields =
        [.. new[] { "Summary", "Cover", "Column", "Contributor", "Pinned", "PinnedUntil", "PinnedOrder" }.Select(field => $"{StandardParts.Article}.{field}")];

    // What an article has because it stands in columns and at the head of lists; within a bag it does neither.
    private static readonly HashSet<string> OfPlaces =
        [.. ArticleFields.Except([$"{StandardParts.Article}.Summary", $"{StandardParts.Article}.Cover"], StringComparer.Ordinal)];

    /// <summary>The view by which a module or theme edits a type, or null.</summary>
    public string? OwnView(string typeName) => Exists(Folder + typeName + ".cshtml");

    /// <summary>The plan of a type's editor.</summary>
    public EditorPlan Plan(ContentType type) => EditorPlan.For(type, definitions.Parts, ShownElsewhere(type));

    /// <summary>The plan of an item within a bag: an article shows its title, body, summary and cover there as fields.</summary>
    public EditorPlan PlanInside(ContentType type) => EditorPlan.For(type, definitions.Parts, OfPlaces, isContained: true);

    /// <summary>The first of some views of the folder that exists; the one that comes along stands last.</summary>
    public string FindView(string otherwise, params ReadOnlySpan<string> names)
    {
        foreach (var name in names)
        {
            if (Exists(Folder + name + ".cshtml") is { } view)
            {
                return view;
            }
        }

        return Exists(Folder + "Default/" + names[^1] + ".cshtml") ?? Folder + "Default/" + otherwise + ".cshtml";
    }

    /// <summary>The view that shows an item of a type to readers: a module's or theme's own, or the one for any.</summary>
    public string DisplayOf(string typeName) => Exists($"/Pages/Shared/Content-{typeName}.cshtml") ?? "_Content";

    /// <summary>The view of a module or theme that shows a field to readers, by its display mode or kind; or null.</summary>
    public string? DisplayOf(ContentFieldDefinition? field) => field is null ? null
        : Exists($"{DisplayFolder}{field.FieldName}-{field.Settings.Text("ContentPartFieldSettings.DisplayMode")}.cshtml")
            ?? Exists($"{DisplayFolder}{field.FieldName}.cshtml");

    private string? Exists(string view) => views.GetView(null, view, isMainPage: false).Success ? view : null;

    private HashSet<string> ShownElsewhere(ContentType type)
    {
        if (type.PathPrefix.Length == 0)
        {
            return [];
        }

        var own = type.Name + "Part";
        var declared = OwnView(type.Name) is null
            ? []
            : modules.Modules.SelectMany(module => module.ContentParts).Where(part => part.Name == own)
                .SelectMany(part => part.Fields).Select(field => $"{own}.{field.Name}");
        return [.. ArticleFields, .. declared];
    }
}
