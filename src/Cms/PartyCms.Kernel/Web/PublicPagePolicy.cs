using System.Globalization;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.OutputCaching;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Primitives;
using Microsoft.Net.Http.Headers;
using PartyCms.Kernel.Time;

namespace PartyCms.Kernel.Web;

/// <summary>
/// Caches public pages for visitors who are not signed in, apart by text size, script and theme, by encoding, and by
/// day, for "today's lesson" changes at midnight.
/// </summary>
internal sealed class PublicPagePolicy : IOutputCachePolicy
{
    private static readonly object EpochKey = new();

    private static readonly TimeSpan Lifetime = TimeSpan.FromMinutes(30);

    public ValueTask CacheRequestAsync(OutputCacheContext context, CancellationToken cancellation)
    {
        var http = context.HttpContext;
        var allowed = (HttpMethods.IsGet(http.Request.Method) || HttpMethods.IsHead(http.Request.Method))
            && StringValues.IsNullOrEmpty(http.Request.Headers.Authorization)
            && http.User.Identity?.IsAuthenticated != true;
        context.EnableOutputCaching = true;
        context.AllowCacheLookup = allowed;
        context.AllowCacheStorage = allowed;
        context.AllowLocking = true;
        context.ResponseExpirationTimeSpan = Lifetime;
        context.Tags.Add(PublicTags.Site);
        context.CacheVaryByRules.QueryKeys = "*";
        context.CacheVaryByRules.VaryByValues["display"] = DisplayPreferences.Of(http.Request).CacheKey;
        context.CacheVaryByRules.VaryByValues["encoding"] = Encoding(http.Request);
        context.CacheVaryByRules.VaryByValues["day"] =
            http.RequestServices.GetRequiredService<SiteTime>().Today.DayNumber.ToString(CultureInfo.InvariantCulture);
        http.Items[EpochKey] = http.RequestServices.GetRequiredService<PublicCacheEpoch>().Current;
        return ValueTask.CompletedTask;
    }

    public ValueTask ServeFromCacheAsync(OutputCacheContext context, CancellationToken cancellation) => ValueTask.CompletedTask;

    public ValueTask ServeResponseAsync(OutputCacheContext context, CancellationToken cancellation)
    {
        var response = context.HttpContext.Response;
        var current = context.HttpContext.RequestServices.GetRequiredService<PublicCacheEpoch>().Current;
        if (response.StatusCode != StatusCodes.Status200OK
            || !StringValues.IsNullOrEmpty(response.Headers.SetCookie)
            || context.HttpContext.Items[EpochKey] is not long before || before != current)
        {
            context.AllowCacheStorage = false;
        }

        return ValueTask.CompletedTask;
    }

    // Browsers send many spellings of the same wish; three keys are enough, and the compressed bytes are kept.
    private static string Encoding(HttpRequest request)
    {
        var accepted = request.Headers[HeaderNames.AcceptEncoding].ToString();
        return accepted.Contains("br", StringComparison.OrdinalIgnoreCase) ? "br"
            : accepted.Contains("gzip", StringComparison.OrdinalIgnoreCase) ? "gzip" : "";
    }
}
