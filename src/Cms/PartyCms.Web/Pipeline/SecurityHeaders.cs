namespace PartyCms.Web.Pipeline;

/// <summary>Headers that every answer carries. No inline script runs anywhere, so the policy needs no nonce.</summary>
internal static class SecurityHeaders
{
    private const string PublicPolicy =
        "default-src 'self'; img-src 'self' data: https:; media-src 'self' https:; style-src 'self'; script-src 'self'; "
        + "object-src 'none'; base-uri 'none'; form-action 'self'; frame-ancestors 'none'";

    // The editor sets style attributes on what it edits; scripts stay as strict as on public pages.
    private const string AdminPolicy =
        "default-src 'self'; img-src 'self' data: blob: https:; media-src 'self' blob: https:; style-src 'self' 'unsafe-inline'; "
        + "script-src 'self'; object-src 'none'; base-uri 'none'; form-action 'self'; frame-ancestors 'none'";

    public static void UseSecurityHeaders(this IApplicationBuilder app) => app.Use((http, next) =>
    {
        var headers = http.Response.Headers;
        var isAdministration = http.Request.Path.StartsWithSegments("/admin", StringComparison.OrdinalIgnoreCase);
        headers.ContentSecurityPolicy = isAdministration ? AdminPolicy : PublicPolicy;
        headers.XContentTypeOptions = "nosniff";
        headers["Referrer-Policy"] = "strict-origin-when-cross-origin";
        headers["Permissions-Policy"] = "geolocation=(), microphone=(), camera=(self), payment=()";
        headers["Cross-Origin-Opener-Policy"] = "same-origin";
        return next(http);
    });
}
