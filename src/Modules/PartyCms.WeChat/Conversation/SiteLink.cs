using Microsoft.Extensions.Options;
using PartyCms.Kernel;

namespace PartyCms.WeChat.Conversation;

/// <summary>Addresses that work outside of the site, where there is no page that they could be relative to.</summary>
internal sealed class SiteLink(IOptions<CmsOptions> options, IHttpContextAccessor http)
{
    /// <summary>Without <c>Cms:PublicOrigin</c> the site is where WeChat just reached it.</summary>
    /// <param name="path">With its leading slash.</param>
    public string To(string path)
    {
        var origin = options.Value.PublicOrigin;
        return origin.Length == 0 && http.HttpContext?.Request is { } request
            ? $"{request.Scheme}://{request.Host}{path}"
            : origin + path;
    }
}
