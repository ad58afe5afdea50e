using Microsoft.AspNetCore.Diagnostics;
using PartyCms.Kernel.Content;
using PartyCms.Kernel.Content.Permalinks;
using PartyCms.Kernel.Web;

namespace PartyCms.Web.Pipeline;

/// <summary>What a reader sees when something is missing or broken: a page for people, problem details for programs.</summary>
internal static class ExceptionPages
{
    public static void UseExceptionPages(this WebApplication app)
    {
        app.UseExceptionHandler(new ExceptionHandlerOptions
        {
            ExceptionHandlingPath = "/error/500",
            StatusCodeSelector = StatusOf,
        });

        // Nearer to the endpoints than the page above: a program gets problem details with a trace id, never a page.
        app.UseWhen(
            http => IsProgram(http.Request.Path),
            programs => programs.UseExceptionHandler(new ExceptionHandlerOptions
            {
                ExceptionHandler = DescribeAsync,
                StatusCodeSelector = StatusOf,
            }));
        app.UseWhen(
            http => !IsProgram(http.Request.Path),
            pages => pages.UseStatusCodePagesWithReExecute("/error/{0}"));
        app.UseWhen(http => IsProgram(http.Request.Path), programs => programs.UseStatusCodePages());
    }

    private static int StatusOf(Exception exception) =>
        exception is BadHttpRequestException bad ? bad.StatusCode : StatusCodes.Status500InternalServerError;

    private static async Task DescribeAsync(HttpContext http)
    {
        var writer = http.RequestServices.GetRequiredService<IProblemDetailsService>();
        if (!await writer.TryWriteAsync(new ProblemDetailsContext { HttpContext = http }))
        {
            await http.Response.WriteAsJsonAsync(new { status = http.Response.StatusCode }, http.RequestAborted);
        }
    }

    /// <summary>Whether an address is read by programs.</summary>
    internal static bool IsProgram(PathString path) =>
        path.StartsWithSegments("/api") || path.StartsWithSegments("/connect") || path.StartsWithSegments("/wechat")
        || path.StartsWithSegments("/health");

    /// <summary>
    /// Asks the fallback page about an address nobody has, or answers 404 at once, and 405 for a method it does not know,
    /// before authorization: the fallback policy would ask a visitor to sign in to see that there is nothing. An address
    /// where something stood once leads on.
    /// </summary>
    public static void UseUnknownAddresses(this IApplicationBuilder app) => app.Use(async (http, next) =>
    {
        switch (http.GetEndpoint())
        {
            case null when !FallbackPage.TryTake(http):
                await AnswerUnknownAsync(http);
                break;
            case { } endpoint when endpoint.Metadata.GetMetadata<FallbackPageAttribute>() is not null:
                // Its own route is only its place among the pages; each item has one address.
                await AnswerUnknownAsync(http);
                break;
            case { } endpoint when KnownMethods.AreMissedBy(http.Request, endpoint) && !IsTold(http):
                http.Response.StatusCode = StatusCodes.Status405MethodNotAllowed;
                http.Response.Headers.Allow = KnownMethods.OfPages;
                break;
            case { Metadata.Count: 0, RequestDelegate: { } methodNotAllowed }:
                await methodNotAllowed(http);
                break;
            default:
                await next(http);
                break;
        }
    });

    /// <summary>Whether a page tells of a fault: it is shown whatever the method of the request that failed.</summary>
    internal static bool IsTold(HttpContext http) =>
        http.Features.Get<IStatusCodeReExecuteFeature>() is not null || http.Features.Get<IExceptionHandlerFeature>() is not null;

    private static async Task AnswerUnknownAsync(HttpContext http)
    {
        var request = http.Request;
        if (IsProgram(request.Path) && KnownMethods.At(http) is { } allowed)
        {
            http.Response.StatusCode = StatusCodes.Status405MethodNotAllowed;
            http.Response.Headers.Allow = allowed;
            return;
        }

        var isPage = !IsProgram(request.Path) && (HttpMethods.IsGet(request.Method) || HttpMethods.IsHead(request.Method));
        var known = isPage
            ? await http.RequestServices.GetRequiredService<PermalinkRedirects>()
                .FindAsync(request.Path.Value?.Trim('/') ?? "", http.RequestAborted)
            : null;
        switch (known)
        {
            case PublicAddress.Moved moved:
                // A browser must ask again next time: the address may be taken by something new.
                http.Response.Headers.CacheControl = "no-cache";
                http.Response.Redirect(moved.Href, permanent: true);
                break;
            case PublicAddress.Gone:
                http.Response.StatusCode = StatusCodes.Status410Gone;
                break;
            default:
                http.Response.StatusCode = StatusCodes.Status404NotFound;
                break;
        }
    }
}
