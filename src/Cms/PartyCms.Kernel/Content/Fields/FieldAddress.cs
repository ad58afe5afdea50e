using PartyCms.Kernel.Text.Sanitizing;

namespace PartyCms.Kernel.Content.Fields;

/// <summary>Addresses as fields hold them, and the ones a page may link to.</summary>
public static class FieldAddress
{
    private const string SiteRoot = "~/";

    private const string Library = "/media/";

    /// <summary>The address of a link, or null where it must not be linked to. <c>~/</c> is the root of the site.</summary>
    public static string? Link(string url)
    {
        var rooted = url.StartsWith(SiteRoot, StringComparison.Ordinal) ? url[1..] : url;
        return rooted.StartsWith('#') ? rooted : UrlPolicy.Link(rooted);
    }

    /// <summary>
    /// The address of a picture or file, or null where it is none. A path without leading slash is one of the library, as
    /// other systems write it.
    /// </summary>
    public static string? File(string path) =>
        path.StartsWith('/') ? UrlPolicy.Resource(path)
        : Uri.TryCreate(path.Trim(), UriKind.Absolute, out var address) ? address.Scheme is "https" or "http" ? UrlPolicy.Resource(path) : null
        : UrlPolicy.Resource(Library + path);

    /// <summary>An address as media fields hold it: a file of the library by its path alone, as other systems do.</summary>
    public static string OfLibrary(string address)
    {
        ArgumentNullException.ThrowIfNull(address);
        return address.StartsWith(Library, StringComparison.Ordinal) && address.Length > Library.Length ? address[Library.Length..] : address;
    }

    /// <summary>The address of what a media field holds, the other way round; what is an address already stays as it is.</summary>
    public static string FromLibrary(string path)
    {
        ArgumentNullException.ThrowIfNull(path);
        return path.Length == 0 || path.StartsWith('/') || path.StartsWith('~') || Uri.TryCreate(path.Trim(), UriKind.Absolute, out _)
            ? path
            : Library + path;
    }
}
