using System.Security.Claims;
using System.Text.Encodings.Web;
using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Mvc;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;
using Microsoft.Net.Http.Headers;

namespace PartyCms.Accounts.ApiClients;

/// <summary>Authenticates an API client by the bearer token of RFC 6750, in the header only.</summary>
internal sealed class BearerAuthentication(
    IOptionsMonitor<AuthenticationSchemeOptions> options,
    ILoggerFactory logger,
    UrlEncoder encoder,
    ApiTokenFormat tokens,
    ApiClientRegister clients,
    IProblemDetailsService problems) : AuthenticationHandler<AuthenticationSchemeOptions>(options, logger, encoder)
{
    private const string Bearer = "Bearer ";

    protected override async Task<AuthenticateResult> HandleAuthenticateAsync()
    {
        var header = Request.Headers.Authorization.ToString();
        if (header.Length == 0)
        {
            return AuthenticateResult.NoResult();
        }

        if (!header.StartsWith(Bearer, StringComparison.OrdinalIgnoreCase)
            || tokens.Read(header[Bearer.Length..].Trim()) is not { } token)
        {
            return AuthenticateResult.Fail("The token was not issued here.");
        }

        var now = TimeProvider.GetUtcNow();
        if (token.IsExpired(now))
        {
            return AuthenticateResult.Fail("The token has expired.");
        }

        var client = await clients.FindAsync(token.ClientRowId, Context.RequestAborted);
        if (client is null || !client.Honours(token.Generation, now))
        {
            return AuthenticateResult.Fail("The token was revoked.");
        }

        var identity = new ClaimsIdentity(
            [new Claim(ClaimTypes.NameIdentifier, client.Id), new Claim(ClaimTypes.Name, client.ClientId)], Scheme.Name);
        return AuthenticateResult.Success(new AuthenticationTicket(new ClaimsPrincipal(identity), Scheme.Name));
    }

    protected override async Task HandleChallengeAsync(AuthenticationProperties properties)
    {
        var result = await HandleAuthenticateOnceSafeAsync();
        Response.Headers.Append(HeaderNames.WWWAuthenticate, result.Failure is { } failure
            ? $"Bearer error=\"invalid_token\", error_description=\"{failure.Message}\""
            : "Bearer");
        await RefuseAsync(
            StatusCodes.Status401Unauthorized,
            "https://tools.ietf.org/html/rfc9110#section-15.5.2",
            "Authentication required",
            "Authentication is required to access this resource. See the WWW-Authenticate response header; "
            + "a token is issued by POST /connect/token.");
    }

    protected override Task HandleForbiddenAsync(AuthenticationProperties properties) => RefuseAsync(
        StatusCodes.Status403Forbidden,
        "https://tools.ietf.org/html/rfc9110#section-15.5.4",
        "Access forbidden",
        "The API client is known but holds no permission for this. An administrator can give it a role.");

    private async Task RefuseAsync(int status, string type, string title, string detail)
    {
        Response.StatusCode = status;
        await problems.TryWriteAsync(new ProblemDetailsContext
        {
            HttpContext = Context,
            ProblemDetails = new ProblemDetails { Status = status, Type = type, Title = title, Detail = detail },
        });
    }
}
