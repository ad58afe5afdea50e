namespace PartyCms.Kernel.Web;

/// <summary>Tells addresses of this site from those of others, against open redirects.</summary>
public static class LocalAddress
{
    /// <summary>Whether a text is a path on this site: one leading slash, no second, no backslash, no control character.</summary>
    public static bool IsLocal(string? address) =>
        address is ['/', ..] && (address.Length == 1 || (address[1] is not ('/' or '\\')))
        && !address.Any(char.IsControl);
}
