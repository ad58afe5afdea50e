using Microsoft.AspNetCore.Http;

namespace PartyCms.Kernel.Web;

/// <summary>Lets a public page say what it shows.</summary>
public static class PublicPageExtensions
{
    private static readonly object Tags = new();

    /// <summary>Tags the page being rendered, so that a change of what it shows drops it from the cache.</summary>
    public static void TagPublicPage(this HttpContext http, params ReadOnlySpan<string> tags)
    {
        if (http.Items[Tags] is not HashSet<string> known)
        {
            http.Items[Tags] = known = [Web.PublicTags.Site];
        }

        foreach (var tag in tags)
        {
            known.Add(tag);
        }
    }

    internal static IReadOnlyCollection<string> PublicTags(this HttpContext http) =>
        http.Items[Tags] as HashSet<string> ?? [Web.PublicTags.Site];
}
