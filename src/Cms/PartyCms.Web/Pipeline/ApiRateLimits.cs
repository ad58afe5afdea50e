using System.Globalization;
using System.Security.Claims;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Authorization.Policy;
using Microsoft.Extensions.Options;
using PartyCms.Kernel.RateLimits;
using PartyCms.Kernel.Security;
using PartyCms.Kernel.Web;

namespace PartyCms.Web.Pipeline;

/// <summary>
/// Limits the calls of the API: for each client, for each signed-in person, and for each address of everybody else. The
/// headers are those of draft-ietf-httpapi-ratelimit-headers.
/// </summary>
internal sealed class ApiRateLimits
{
    private readonly Limit _clients;
    private readonly Limit _persons;
    private readonly Limit _addresses;

    public ApiRateLimits(IOptions<RateLimitOptions> options, TimeProvider clock)
    {
        var limits = options.Value;
        _clients = new Limit("client", limits.ClientPerMinute, clock);
        _persons = new Limit("person", limits.PersonPerMinute, clock);
        _addresses = new Limit("address", limits.AddressPerMinute, clock);
    }

    public async Task RunAsync(HttpContext http, RequestDelegate next)
    {
        if (!await IsAnsweredAsync(http))
        {
            await next(http);
        }
    }

    /// <summary>Counts a call, and answers it where it is one too many.</summary>
    public async Task<bool> IsAnsweredAsync(HttpContext http)
    {
        var (limit, key) = http.User.FindFirstValue(ClaimTypes.NameIdentifier) is not { } id
            ? (_addresses, CallerAddress.Of(http.Connection.RemoteIpAddress))
            : http.User.Identity!.AuthenticationType == ApiAuthentication.Scheme ? (_clients, id) : (_persons, id);
        var state = limit.Counter.Add(key);
        if (state.Limit > 0)
        {
            http.Response.Headers["RateLimit-Policy"] = limit.Policy;
            http.Response.Headers["RateLimit"] = string.Create(
                CultureInfo.InvariantCulture, $"\"{limit.Name}\";r={state.Remaining};t={state.ResetSeconds}");
        }

        if (!state.IsExceeded)
        {
            return false;
        }

        http.Response.Headers.RetryAfter = state.ResetSeconds.ToString(CultureInfo.InvariantCulture);
        await CommonProblems.TooManyRequests
            .With(FormattableString.Invariant($"Wait {state.ResetSeconds} seconds, then go on."))
            .ExecuteAsync(http);
        return true;
    }

    private sealed record Limit(string Name, WindowCounter Counter, string Policy)
    {
        private static readonly TimeSpan Window = TimeSpan.FromMinutes(1);

        public Limit(string name, int perMinute, TimeProvider clock)
            : this(
                name,
                new WindowCounter(perMinute, Window, clock),
                string.Create(CultureInfo.InvariantCulture, $"\"{name}\";q={perMinute};w={(int)Window.TotalSeconds}"))
        {
        }
    }
}

/// <summary>
/// Counts the calls that authorization refuses as well: they never reach the limits behind it, and whoever tries keys or
/// addresses must not be able to do so without end.
/// </summary>
internal sealed class CountedRefusals(ApiRateLimits limits) : IAuthorizationMiddlewareResultHandler
{
    private readonly AuthorizationMiddlewareResultHandler _usual = new();

    public async Task HandleAsync(
        RequestDelegate next, HttpContext context, AuthorizationPolicy policy, PolicyAuthorizationResult authorizeResult)
    {
        if (authorizeResult.Succeeded || !context.Request.Path.StartsWithSegments("/api") || !await limits.IsAnsweredAsync(context))
        {
            await _usual.HandleAsync(next, context, policy, authorizeResult);
        }
    }
}

/// <summary>Puts the limits into the pipeline.</summary>
internal static class ApiRateLimitsPipeline
{
    public static void UseApiRateLimits(this IApplicationBuilder app)
    {
        var limits = app.ApplicationServices.GetRequiredService<ApiRateLimits>();
        app.UseWhen(http => http.Request.Path.StartsWithSegments("/api"), api => api.Use(limits.RunAsync));
    }
}
