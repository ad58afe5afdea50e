using Microsoft.AspNetCore.Antiforgery;
using Microsoft.AspNetCore.Http.Features;

namespace PartyCms.Web.Pipeline;

/// <summary>
/// A form that breaks off, obeys no rule of its kind or has too many fields is its sender's fault (400) and no failure of
/// the site. It may show wherever the form is read first: in a check, in a binder, in an endpoint.
/// </summary>
internal static class BrokenForms
{
    public static void UseBrokenForms(this IApplicationBuilder app) => app.Use(async (http, next) =>
    {
        try
        {
            await next(http);
        }
        catch (Exception exception) when (IsOf(exception) && IsUnread(http) && !http.Response.HasStarted)
        {
            http.Response.StatusCode = StatusCodes.Status400BadRequest;
        }
    });

    private static bool IsOf(Exception exception) => exception switch
    {
        BadHttpRequestException => false,
        AntiforgeryValidationException { InnerException: { } inner } => IsOf(inner),
        InvalidDataException or IOException => true,
        _ => false,
    };

    // A form that could be read is not what failed.
    private static bool IsUnread(HttpContext http) =>
        http.Request.HasFormContentType && http.Features.Get<IFormFeature>() is not { Form: not null };
}
