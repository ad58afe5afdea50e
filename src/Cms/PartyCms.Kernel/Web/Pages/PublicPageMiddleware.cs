using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Primitives;
using PartyCms.Kernel.Time;

namespace PartyCms.Kernel.Web;

/// <summary>Serves public pages from memory, and keeps them as they are rendered.</summary>
public static class PublicPageMiddleware
{
    private static readonly TimeSpan Lifetime = TimeSpan.FromMinutes(30);

    /// <summary>Answers from the cache. Stands first: a hit meets neither routing nor sign-in.</summary>
    public static void UsePublicPageCache(this IApplicationBuilder app)
    {
        var cache = app.ApplicationServices.GetRequiredService<PublicPageCache>();
        app.Use((http, next) => PageKey.TryCreate(http.Request, out var key) && cache.TryGet(key, out var page)
            ? page.WriteAsync(http)
            : next(http));
    }

    /// <summary>
    /// Keeps what marked pages answer to visitors. Stands after authorization and outside of compression and script
    /// conversion, so that both are done once a page.
    /// </summary>
    public static void UsePublicPageCapture(this IApplicationBuilder app) => app.Use(async (http, next) =>
    {
        if (http.GetEndpoint()?.Metadata.GetMetadata<PublicPageAttribute>() is null)
        {
            await next(http);
            return;
        }

        // A browser must ask each time, so that a publication is seen at once; the ETag makes the answer short.
        http.Response.Headers.CacheControl = "no-cache";
        http.Response.Headers.Vary = "Cookie, Accept-Encoding";
        if (http.User.Identity?.IsAuthenticated == true || !PageKey.TryCreate(http.Request, out var key))
        {
            await next(http);
            return;
        }

        await RenderOnceAsync(http, next, key);
    });

    private static async Task RenderOnceAsync(HttpContext http, RequestDelegate next, PageKey key)
    {
        var cache = http.RequestServices.GetRequiredService<PublicPageCache>();
        var rendering = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        if (cache.Join(key, rendering) is { } others)
        {
            await others.WaitAsync(http.RequestAborted);
            if (cache.TryGet(key, out var page))
            {
                await page.WriteAsync(http);
            }
            else
            {
                await next(http);
            }

            return;
        }

        try
        {
            await RenderAsync(http, next, key, cache);
        }
        finally
        {
            cache.Leave(key, rendering);
        }
    }

    private static async Task RenderAsync(HttpContext http, RequestDelegate next, PageKey key, PublicPageCache cache)
    {
        var epoch = cache.Epoch;
        var body = http.Response.Body;
        using var buffer = new MemoryStream();
        http.Response.Body = buffer;
        try
        {
            await next(http);
        }
        finally
        {
            http.Response.Body = body;
        }

        var bytes = buffer.ToArray();
        if (IsWorthKeeping(http.Response) && HttpMethods.IsGet(http.Request.Method))
        {
            cache.Store(key, new CachedPage(http.Response, bytes, ExpiryOf(http), http.PublicTags()), epoch);
        }

        // An answer without a body is left open: the page that tells of an error comes in its place.
        http.Response.ContentLength = bytes.Length > 0 ? bytes.Length : null;
        if (bytes.Length > 0 && !HttpMethods.IsHead(http.Request.Method))
        {
            await body.WriteAsync(bytes, http.RequestAborted);
        }
    }

    private static bool IsWorthKeeping(HttpResponse response) =>
        response.StatusCode == StatusCodes.Status200OK
        && StringValues.IsNullOrEmpty(response.Headers.SetCookie)
        && !response.Headers.CacheControl.ToString().Contains("no-store", StringComparison.Ordinal);

    // "Today's lesson" changes at midnight, so no page outlives the day it was made on.
    private static DateTimeOffset ExpiryOf(HttpContext http)
    {
        var time = http.RequestServices.GetRequiredService<SiteTime>();
        var midnight = time.At(time.Today.AddDays(1), TimeOnly.MinValue);
        var later = time.Now + Lifetime;
        return later < midnight ? later : midnight;
    }
}
