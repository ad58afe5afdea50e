using System.Text.Json.Nodes;
using PartyCms.Kernel.Content;
using PartyCms.Kernel.Content.Definitions;
using PartyCms.Kernel.Security;

namespace PartyCms.Contents.Organizing;

/// <summary>The types that every site of the field has and that recipes rely on: menus with their entries, and taxonomies.</summary>
internal static class StandardTypes
{
    public const string Menu = "Menu";

    public const string Taxonomy = "Taxonomy";

    /// <summary>What the terms of a taxonomy made here are.</summary>
    public const string Term = "Term";

    public const string LinkMenuItem = "LinkMenuItem";

    public const string ContentMenuItem = "ContentMenuItem";

    public const string HtmlMenuItem = "HtmlMenuItem";

    private const string MenuItemStereotype = "MenuItem";

    public static IReadOnlyList<ContentType> All { get; } =
    [
        Define(Menu, "菜单", "", StandardParts.Title, StandardParts.Alias, StandardParts.Menu, StandardParts.MenuItems),
        Define(Taxonomy, "分类", "", StandardParts.Title, StandardParts.Alias, StandardParts.Autoroute, StandardParts.Taxonomy),
        Define(Term, "分类项", "Term", StandardParts.Title),
        Define(LinkMenuItem, "链接", MenuItemStereotype, StandardParts.Title, "LinkMenuItemPart"),
        Define(ContentMenuItem, "内容链接", MenuItemStereotype, StandardParts.Title, "ContentMenuItemPart"),
        Define(HtmlMenuItem, "自由内容", MenuItemStereotype, StandardParts.Title, "HtmlMenuItemPart"),
    ];

    private static ContentType Define(string name, string displayName, string stereotype, params ReadOnlySpan<string> parts)
    {
        var attached = new List<ContentTypePart>();
        foreach (var part in parts)
        {
            attached.Add(new ContentTypePart(part, part, new JsonObject
            {
                ["ContentTypePartSettings"] = new JsonObject { ["Position"] = $"{attached.Count}" },
            }));
        }

        var isPage = stereotype.Length == 0;
        var settings = new JsonObject
        {
            ["Creatable"] = isPage, ["Listable"] = isPage, ["Draftable"] = isPage, ["Versionable"] = isPage, ["Securable"] = isPage,
        };
        if (!isPage)
        {
            settings["Stereotype"] = stereotype;
        }

        return new ContentType(name, displayName, "", KernelPermissions.EditContent, KernelPermissions.PublishContent, NeedsBranch: false)
        {
            Definition = new ContentTypeDefinition
            {
                Name = name,
                DisplayName = displayName,
                Settings = new JsonObject { ["ContentTypeSettings"] = settings },
                Parts = attached,
            },
        };
    }
}
