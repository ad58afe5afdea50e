using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.OutputCaching;

namespace PartyCms.Kernel.Web;

/// <summary>Lets a public page say what it shows.</summary>
public static class PublicPageExtensions
{
    /// <summary>Name of the output cache policy of public pages; set it with <c>[OutputCache(PolicyName = …)]</c>.</summary>
    public const string PolicyName = "public-page";

    /// <summary>Tags the page being rendered, so that a change of what it shows drops it from the cache.</summary>
    public static void TagPublicPage(this HttpContext http, params ReadOnlySpan<string> tags)
    {
        if (http.Features.Get<IOutputCacheFeature>() is { } feature)
        {
            foreach (var tag in tags)
            {
                feature.Context.Tags.Add(tag);
            }
        }
    }
}
