using Microsoft.AspNetCore.Mvc.ViewEngines;
using PartyCms.Kernel.Content;
using PartyCms.Kernel.Content.Definitions;
using PartyCms.Kernel.Modularity;

namespace PartyCms.Contents.Editing.Defined;

/// <summary>Plans editors: it knows what the article's panels and the views of modules show already.</summary>
internal sealed class PlanEditor(ContentDefinitions definitions, ModuleCatalogue modules, ICompositeViewEngine views)
{
    private const string Folder = "/Pages/Shared/ContentFields/";

    private static readonly string[] ArticleFields =
        [.. new[] { "Summary", "Cover", "Column", "Contributor", "Pinned" }.Select(field => $"{StandardParts.Article}.{field}")];

    /// <summary>The view by which a module or theme edits a type, or null.</summary>
    public string? OwnView(string typeName) => Exists(Folder + typeName + ".cshtml");

    /// <summary>The plan of a type's editor.</summary>
    public EditorPlan Plan(ContentType type) => EditorPlan.For(type, definitions.Parts, ShownElsewhere(type));

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
