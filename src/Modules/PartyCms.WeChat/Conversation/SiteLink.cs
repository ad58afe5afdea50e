using Microsoft.Extensions.Options;
using PartyCms.Kernel;
using PartyCms.Kernel.Web;
using PartyCms.WeChat.Members.SignIn;

namespace PartyCms.WeChat.Conversation;

/// <summary>Addresses that work outside of the site, where there is no page that they could be relative to.</summary>
internal sealed class SiteLink(
    IOptions<CmsOptions> options, PublicOrigin origins, IOptions<WeChatOptions> account, IHttpContextAccessor http)
{
    /// <summary>Whether there is an origin: in the background only where <c>Cms:PublicOrigin</c> is set.</summary>
    public bool HasOrigin => options.Value.PublicOrigin.Length > 0 || http.HttpContext is not null;

    /// <summary>Without <c>Cms:PublicOrigin</c> the site is where WeChat just reached it.</summary>
    /// <param name="path">With its leading slash.</param>
    public string To(string path) =>
        (http.HttpContext is { Request: var request } ? origins.Of(request) : options.Value.PublicOrigin) + path;

    /// <summary>An address of this site or of another one, whole.</summary>
    public string Complete(string address) => LocalAddress.IsLocal(address) ? To(address) : address;

    /// <summary>A page of the member's own: on the way the site asks WeChat who comes, where the account may.</summary>
    public string ToMember(string path) => To(account.Value.CanRecognizeMembers ? OAuthEndpoints.AddressFor(path) : path);
}
