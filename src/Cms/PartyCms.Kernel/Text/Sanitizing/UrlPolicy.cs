using System.Buffers;
using System.Text;

namespace PartyCms.Kernel.Text.Sanitizing;

/// <summary>
/// Which addresses a clean text may hold, and their one spelling: no surrounding or embedded white space, forward
/// slashes, everything but ASCII percent-encoded (so that converting a page's script never changes a link).
/// </summary>
internal static class UrlPolicy
{
    private const int MaxLength = 4096;

    /// <summary>C0 controls and spaces, and the other blanks that come along when an address is copied.</summary>
    private static readonly string Surroundings =
        new string([.. Enumerable.Range(0, 0x21).Select(code => (char)code)]) + "\u00A0\u3000\uFEFF\u200B";

    private static readonly SearchValues<char> Escaped = SearchValues.Create(" \"<>\\^`{|}");

    /// <summary>Address of a link: http, https, mailto, tel or relative; null when it must not be linked.</summary>
    public static string? Link(string? url)
    {
        var clean = Clean(url);
        if (clean is null || clean[0] == '#')
        {
            // Ids are not kept, so a link within the page would lead nowhere.
            return null;
        }

        return SchemeOf(clean) switch
        {
            "" => clean,
            "http" or "https" => WithHost(clean),
            "mailto" or "tel" => clean,
            _ => null,
        };
    }

    /// <summary>Address of a picture, sound or film: http, https or from the root of the site; else null.</summary>
    public static string? Resource(string? url)
    {
        var clean = Clean(url);
        return clean is null ? null
            : SchemeOf(clean) switch
            {
                "" => clean[0] == '/' ? clean : null,
                "http" or "https" => WithHost(clean),
                _ => null,
            };
    }

    /// <summary>Whether an accepted address leaves the site, whose own origin is not known here.</summary>
    public static bool IsExternal(string url) =>
        url.StartsWith("http:", StringComparison.Ordinal) || url.StartsWith("https:", StringComparison.Ordinal);

    private static string? Clean(string? url)
    {
        if (url is null || url.Length > MaxLength)
        {
            return null;
        }

        // Browsers cut C0 controls and spaces at both ends and every tab and line break inside; whatever else of
        // the kind is left cannot be meant.
        var builder = new StringBuilder(url.Length + 16);
        var isHead = true;
        foreach (var rune in url.AsSpan().Trim(Surroundings).EnumerateRunes())
        {
            if (rune.Value is '\t' or '\n' or '\r')
            {
                continue;
            }

            if (rune == Rune.ReplacementChar || Rune.IsControl(rune))
            {
                return null;
            }

            isHead = isHead && rune.Value is not ('?' or '#');
            Append(builder, rune, isHead);
        }

        if (builder.Length == 0)
        {
            return null;
        }

        return builder.Length > 1 && builder[0] == '/' && builder[1] == '/' ? "https:" + builder : builder.ToString();
    }

    private static void Append(StringBuilder builder, Rune rune, bool isHead)
    {
        if (rune.Value == '\\' && isHead)
        {
            // Browsers read a backslash before the query as a slash: "/\host" leaves the site.
            builder.Append('/');
        }
        else if (rune.IsAscii && !Escaped.Contains((char)rune.Value))
        {
            builder.Append((char)rune.Value);
        }
        else
        {
            Span<byte> utf8 = stackalloc byte[4];
            foreach (var octet in utf8[..rune.EncodeToUtf8(utf8)])
            {
                builder.Append('%').Append(Convert.ToHexString([octet]));
            }
        }
    }

    private static string SchemeOf(string url)
    {
        var end = url.AsSpan().IndexOfAny(":/?#");
        return end >= 0 && url[end] == ':' ? url[..end].ToLowerInvariant() : "";
    }

    private static string? WithHost(string url)
    {
        var colon = url.IndexOf(':', StringComparison.Ordinal);
        var rest = url.AsSpan(colon + 1);
        return rest.StartsWith("//") && rest.Length > 2 && char.IsAsciiLetterOrDigit(HostStart(rest))
            ? url[..colon].ToLowerInvariant() + url[colon..]
            : null;
    }

    private static char HostStart(ReadOnlySpan<char> rest) => rest[2] == '%' ? 'x' : rest[2];
}
