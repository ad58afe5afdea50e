using PartyCms.Kernel.Modularity;
using PartyCms.Kernel.Security;
using PartyCms.Kernel.Web;

namespace PartyCms.Themes.Admin.Menu;

/// <summary>The administration menu as one caller sees it.</summary>
internal sealed class AdminMenu
{
    private const string ContentList = "/admin/content?type=";

    private AdminMenu(IReadOnlyList<AdminMenuGroup> groups, AdminMenuItem? current)
    {
        Groups = groups;
        Current = current;
    }

    public IReadOnlyList<AdminMenuGroup> Groups { get; }

    /// <summary>The entry the page belongs to; null on the desk and on pages outside the menu.</summary>
    public AdminMenuItem? Current { get; }

    /// <summary>The list of what the caller writes most: the first content entry of the menu.</summary>
    public AdminMenuItem? FirstContent =>
        Groups.SelectMany(group => group.Items)
            .FirstOrDefault(item => item.Path.StartsWith(ContentList, StringComparison.Ordinal));

    /// <summary>Where a new piece of the first content type is written, or null.</summary>
    public string? WriteHref =>
        FirstContent is { } content ? "/admin/content/edit?type=" + content.Path[ContentList.Length..] : null;

    /// <summary>Builds the menu of a caller whose role assignments are loaded.</summary>
    /// <param name="modules">Where the entries come from.</param>
    /// <param name="caller">Who will see it.</param>
    /// <param name="address">Path and query of the page, or the menu path the page names as its own.</param>
    public static AdminMenu For(ModuleCatalogue modules, Caller caller, string address)
    {
        var items = modules.Modules.SelectMany(module => module.AdminMenu)
            .Where(item => caller.Can(item.Permission))
            .OrderBy(item => item.Position)
            .ToList();
        var current = items.Where(item => Contains(item.Path, address)).MaxBy(item => item.Path.Length);
        return new AdminMenu([.. items.GroupBy(item => item.Group).Select(group => new AdminMenuGroup(group.Key, [.. group]))], current);
    }

    private static bool Contains(string path, string address) =>
        address.StartsWith(path, StringComparison.OrdinalIgnoreCase)
        && (address.Length == path.Length || address[path.Length] is '/' or '?' or '&');
}

/// <summary>Entries under one heading.</summary>
internal sealed record AdminMenuGroup(string Name, IReadOnlyList<AdminMenuItem> Items);
