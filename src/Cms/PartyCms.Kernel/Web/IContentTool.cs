namespace PartyCms.Kernel.Web;

/// <summary>
/// Something that a module lets editors do with an item of another module, offered beside the item in lists and in the
/// editor.
/// </summary>
public interface IContentTool
{
    /// <summary>The offer for an item, or null where there is none for it or for the caller.</summary>
    /// <param name="contentType">Name of the item's type.</param>
    /// <param name="contentItemId">The item.</param>
    /// <param name="isLive">Whether readers see it.</param>
    ContentToolLink? For(string contentType, string contentItemId, bool isLive);
}

/// <summary>A link to what can be done.</summary>
/// <param name="Href">Address on this site.</param>
/// <param name="Text">What it does, a few characters.</param>
/// <param name="Icon">Name of a Bootstrap icon, without prefix.</param>
public sealed record ContentToolLink(string Href, string Text, string Icon);
