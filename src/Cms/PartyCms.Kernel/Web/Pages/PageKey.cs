using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Primitives;
using Microsoft.Net.Http.Headers;

namespace PartyCms.Kernel.Web;

/// <summary>What tells one cached page from another: address, origin, how the reader wants it to look, and encoding.</summary>
internal readonly record struct PageKey(string Scheme, string Host, string Path, string Query, string Display, string Encoding)
{
    private const int LongestPart = 512;

    // Beginning of the sign-in cookie's name and of the cookie that carries a message to the next page.
    private static readonly string[] PersonalCookies = ["account", ".AspNetCore.Mvc.CookieTempDataProvider"];

    /// <summary>The key of a request, unless its answer may be a personal one.</summary>
    public static bool TryCreate(HttpRequest request, out PageKey key)
    {
        key = default;
        if (!(HttpMethods.IsGet(request.Method) || HttpMethods.IsHead(request.Method))
            || !StringValues.IsNullOrEmpty(request.Headers.Authorization)
            || IsLong(request))
        {
            return false;
        }

        var cookies = request.Headers.Cookie;
        if (cookies.Count > 0 && IsPersonal(cookies))
        {
            return false;
        }

        key = new PageKey(
            request.Scheme,
            request.Host.Value ?? "",
            request.Path.Value ?? "",
            request.QueryString.Value ?? "",
            cookies.Count == 0 ? DisplayPreferences.Default.CacheKey : DisplayPreferences.Of(request).CacheKey,
            EncodingOf(request));
        return true;
    }

    // The cache counts its pages, not their keys: a made-up address of eight kilobytes must not stay in memory.
    private static bool IsLong(HttpRequest request) =>
        request.QueryString.Value?.Length > LongestPart || request.Path.Value?.Length > 2 * LongestPart
        || request.Host.Value?.Length > LongestPart;

    private static bool IsPersonal(StringValues cookies)
    {
        foreach (var header in cookies)
        {
            foreach (var name in PersonalCookies)
            {
                if (header is not null && header.Contains(name, StringComparison.Ordinal))
                {
                    return true;
                }
            }
        }

        return false;
    }

    // Browsers send many spellings of the same wish; three keys are enough, and the compressed bytes are kept.
    private static string EncodingOf(HttpRequest request)
    {
        var accepted = request.Headers[HeaderNames.AcceptEncoding];
        return accepted.Count == 0 ? ""
            : Accepts(accepted, "br") ? "br"
            : Accepts(accepted, "gzip") ? "gzip" : "";
    }

    private static bool Accepts(StringValues accepted, string encoding)
    {
        foreach (var header in accepted)
        {
            if (header is not null && header.Contains(encoding, StringComparison.OrdinalIgnoreCase))
            {
                return true;
            }
        }

        return false;
    }
}
