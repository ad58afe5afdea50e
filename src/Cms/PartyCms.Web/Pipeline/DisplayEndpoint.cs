using Microsoft.AspNetCore.Http.HttpResults;
using PartyCms.Kernel.Web;

namespace PartyCms.Web.Pipeline;

/// <summary>Changes how pages look, by plain links: <c>/display?size=large&amp;return=/news</c>.</summary>
internal static class DisplayEndpoint
{
    public static void MapDisplayPreferences(this IEndpointRouteBuilder endpoints) =>
        endpoints.MapGet("/display", Change).WithName("ChangeDisplay").AllowAnonymous().ExcludeFromDescription()
            .WithMetadata(new GetOnly());

    private static RedirectHttpResult Change(HttpContext http, string? size, string? script, string? theme)
    {
        var wanted = DisplayPreferences.Of(http.Request).With(size, script, theme);
        http.Response.Cookies.Append(DisplayPreferences.CookieName, wanted.CacheKey, new CookieOptions
        {
            MaxAge = TimeSpan.FromDays(400),
            HttpOnly = true,
            SameSite = SameSiteMode.Lax,
            Secure = http.Request.IsHttps,
            IsEssential = true,
        });
        var back = http.Request.Query["return"].ToString();
        return TypedResults.LocalRedirect(LocalAddress.OrElse(back, "/"));
    }
}
