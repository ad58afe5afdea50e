using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Options;

namespace PartyCms.Kernel.Web;

/// <summary>Origin of absolute links: <c>Cms:PublicOrigin</c>, or the request's own where that is empty.</summary>
public sealed class PublicOrigin(IOptions<CmsOptions> options)
{
    /// <summary>Scheme and host without a trailing slash, such as <c>https://dj.example.cn</c>.</summary>
    public string Of(HttpRequest request) =>
        options.Value.PublicOrigin is { Length: > 0 } origin ? origin : $"{request.Scheme}://{request.Host.ToUriComponent()}";
}
