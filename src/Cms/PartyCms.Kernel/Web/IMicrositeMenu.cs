namespace PartyCms.Kernel.Web;

/// <summary>One entry of a menu of the site, as readers see it.</summary>
/// <param name="Text">What it says; empty where <paramref name="Html" /> says it.</param>
/// <param name="Href">Where it leads, encoded; null for a heading or for free content.</param>
/// <param name="Html">Sanitised free content, or null.</param>
/// <param name="Below">Entries below it.</param>
public sealed record MenuEntry(string Text, string? Href, string? Html, IReadOnlyList<MenuEntry> Below);

/// <summary>Finds the menus that people made for the site.</summary>
public interface IMicrositeMenu
{
    /// <summary>
    /// The entries of the published menu of an alias that everybody may see; null where there is no such menu or nothing
    /// is left of it.
    /// </summary>
    /// <param name="alias">Alias of the menu, such as <c>main-menu</c>.</param>
    /// <param name="cancellationToken">Stops the reading.</param>
    Task<IReadOnlyList<MenuEntry>?> FindAsync(string alias, CancellationToken cancellationToken);
}
