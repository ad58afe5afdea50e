using Microsoft.AspNetCore.Http;

namespace PartyCms.Kernel.Web;

/// <summary>How a reader wants pages to look; kept in one cookie, so that it needs no account and no JavaScript.</summary>
/// <param name="Size">Text size: <c>standard</c>, <c>large</c> or <c>xlarge</c> (domain 2.8).</param>
/// <param name="Script"><c>hans</c> for Simplified, <c>hant</c> for Traditional characters.</param>
/// <param name="Theme"><c>auto</c>, <c>light</c> or <c>dark</c>.</param>
public sealed record DisplayPreferences(string Size, string Script, string Theme)
{
    /// <summary>Name of the cookie.</summary>
    public const string CookieName = "display";

    /// <summary>What a first-time reader gets.</summary>
    public static DisplayPreferences Default { get; } = new("standard", "hans", "auto");

    /// <summary>Offered text sizes, small to large.</summary>
    public static IReadOnlyList<string> Sizes { get; } = ["standard", "large", "xlarge"];

    /// <summary>Offered scripts.</summary>
    public static IReadOnlyList<string> Scripts { get; } = ["hans", "hant"];

    /// <summary>Offered themes.</summary>
    public static IReadOnlyList<string> Themes { get; } = ["auto", "light", "dark"];

    /// <summary>The cookie's value, also the key that cached pages vary by.</summary>
    public string CacheKey => $"{Size}.{Script}.{Theme}";

    /// <summary>Value of the page's <c>lang</c> attribute.</summary>
    public string Language => Script == "hant" ? "zh-Hant" : "zh-Hans";

    /// <summary>Reads the cookie; whatever is not offered counts as the default.</summary>
    public static DisplayPreferences Of(HttpRequest request)
    {
        var parts = (request.Cookies[CookieName] ?? "").Split('.');
        return parts.Length == 3 ? Default.With(parts[0], parts[1], parts[2]) : Default;
    }

    /// <summary>Changes what is given and offered; keeps the rest.</summary>
    public DisplayPreferences With(string? size, string? script, string? theme) => new(
        Offered(Sizes, size, Size), Offered(Scripts, script, Script), Offered(Themes, theme, Theme));

    private static string Offered(IReadOnlyList<string> offered, string? wanted, string otherwise) =>
        wanted is not null && offered.Contains(wanted) ? wanted : otherwise;
}
