using PartyCms.Kernel.Web;

namespace PartyCms.Kernel.Content.Permalinks;

/// <summary>Reads and writes addresses of this site as people type them: <c>/news/新来的</c>, with or without a query.</summary>
public static class LocalTarget
{
    private static readonly Uri Root = new("http://localhost");

    /// <summary>The address with leading slash and decoded, or null where it does not lie on this site.</summary>
    /// <param name="typed">What was typed: a path, encoded or not, without the name of the site.</param>
    public static string? Read(string? typed)
    {
        var address = typed?.Trim() ?? "";
        if (address.Length == 0 || address.Contains("://", StringComparison.Ordinal))
        {
            return null;
        }

        address = Uri.UnescapeDataString(address[0] == '/' ? address : "/" + address);
        return LocalAddress.IsLocal(address) && Uri.TryCreate(Root, address, out var uri) && uri.Host == Root.Host ? address : null;
    }

    /// <summary>The address as it may stand in a header or a link.</summary>
    public static string Encode(string target) =>
        new Uri(Root, target).GetComponents(UriComponents.PathAndQuery | UriComponents.Fragment, UriFormat.UriEscaped);

    /// <summary>The path of a target without leading slash, query and fragment.</summary>
    public static string PathOf(string target)
    {
        var end = target.AsSpan().IndexOfAny('?', '#');
        return (end < 0 ? target : target[..end]).Trim('/');
    }
}
