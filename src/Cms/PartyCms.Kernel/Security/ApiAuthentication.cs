using Microsoft.AspNetCore.Builder;

namespace PartyCms.Kernel.Security;

/// <summary>
/// How programs prove who they are: a bearer token of an API client. The cookie of a signed-in person counts nothing
/// here, so a foreign page can never make a browser call these endpoints in somebody's name.
/// </summary>
public static class ApiAuthentication
{
    /// <summary>Name of the authentication scheme.</summary>
    public const string Scheme = "Api";

    /// <summary>
    /// Second media type of an endpoint that refuses wrong ones itself: routing alone would pass the request on to the
    /// site's fallback, which knows only 404. The API's description leaves it out.
    /// </summary>
    public const string AnyMediaType = "*/*";

    /// <summary>Opens an endpoint to API clients that hold a permission in any scope.</summary>
    public static TBuilder RequireApiPermission<TBuilder>(this TBuilder endpoint, string permission)
        where TBuilder : IEndpointConventionBuilder =>
        endpoint.RequireAuthorization(policy => policy
            .AddAuthenticationSchemes(Scheme)
            .RequireAuthenticatedUser()
            .AddRequirements(new PermissionRequirement(permission)));

    /// <summary>
    /// Lets everybody in, an API client under its own name: the endpoint asks <see cref="Caller" /> itself what to show.
    /// </summary>
    public static TBuilder AllowAnonymousOrApiClient<TBuilder>(this TBuilder endpoint)
        where TBuilder : IEndpointConventionBuilder =>
        endpoint.RequireAuthorization(policy => policy.AddAuthenticationSchemes(Scheme).RequireAuthenticatedUser()).AllowAnonymous();
}
