using PartyCms.Kernel.Content.Permalinks;
using PartyCms.Kernel.Web;

namespace PartyCms.Contents.Organizing.Menus;

/// <summary>Which addresses the entry of a menu may lead to.</summary>
internal static class MenuAddress
{
    private static readonly string[] Schemes = ["https", "http", "mailto", "tel"];

    /// <summary>The address as it stands in a link, or null where it must not stand in one.</summary>
    /// <param name="url">As stored: a path of this site (Orchard Core writes <c>~/path</c>), an anchor, or a web address.</param>
    public static string? Encode(string? url)
    {
        var address = url?.Trim() ?? "";
        if (address.StartsWith("~/", StringComparison.Ordinal))
        {
            address = address[1..];
        }

        if (address.Length == 0 || address.Any(char.IsControl))
        {
            return null;
        }

        if (LocalAddress.IsLocal(address))
        {
            return LocalTarget.Encode(address);
        }

        return Uri.TryCreate(address, UriKind.Absolute, out var uri) && Schemes.Contains(uri.Scheme, StringComparer.Ordinal)
            ? uri.AbsoluteUri
            : null;
    }
}
