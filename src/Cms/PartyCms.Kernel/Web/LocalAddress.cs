namespace PartyCms.Kernel.Web;

/// <summary>Tells addresses of this site from those of others, against open redirects.</summary>
public static class LocalAddress
{
    /// <summary>Whether a text is a path on this site: one leading slash, no second, no backslash, no control character.</summary>
    public static bool IsLocal(string? address) =>
        address is ['/', ..] && (address.Length == 1 || (address[1] is not ('/' or '\\')))
        && !address.Any(char.IsControl);

    /// <summary>
    /// The address where it may stand in a redirect, otherwise another: it must be local, and percent-encoded because a
    /// header holds ASCII only.
    /// </summary>
    public static string OrElse(string? address, string otherwise) =>
        IsLocal(address) && address!.All(char.IsAscii) ? address! : otherwise;
}
