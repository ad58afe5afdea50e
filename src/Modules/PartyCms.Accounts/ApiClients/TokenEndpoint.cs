using System.Globalization;
using System.Text.Json.Serialization;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Routing;
using PartyCms.Kernel.Data;
using PartyCms.Kernel.RateLimits;
using PartyCms.Kernel.Security;

namespace PartyCms.Accounts.ApiClients;

/// <summary>Issues access tokens by the client credentials grant (RFC 6749 section 4.4, errors by section 5.2).</summary>
internal static class TokenEndpoint
{
    private const int LargestForm = 16 * 1024;

    public static void Map(IEndpointRouteBuilder endpoints) =>
        endpoints.MapPost("/connect/token", Issue).WithName("IssueToken").WithTags("Token")
            .WithSummary("Issue an access token")
            .WithDescription("Client credentials grant of RFC 6749. The credentials stand in the form or in a Basic header. "
                + "Send the token as `Authorization: Bearer …`; it lasts an hour and ends early when the client's secret is rotated or revoked.")
            .WithMetadata(new RequestSizeLimitAttribute(LargestForm))
            .Accepts<TokenParameters>("application/x-www-form-urlencoded", ApiAuthentication.AnyMediaType)
            .Produces<TokenError>(StatusCodes.Status400BadRequest)
            .Produces<TokenError>(StatusCodes.Status401Unauthorized)
            .Produces<TokenError>(StatusCodes.Status429TooManyRequests)
            .AllowAnonymous();

    private static async Task<Results<Ok<TokenResponse>, JsonHttpResult<TokenError>>> Issue(
        HttpContext http, CmsDbContext db, ApiTokenFormat tokens, TokenThrottle throttle, TimeProvider clock,
        CancellationToken cancellationToken)
    {
        http.Response.Headers.CacheControl = "no-store";
        http.Response.Headers.Pragma = "no-cache";
        var (form, fault) = await TokenForm.ReadAsync(http.Request, cancellationToken);
        if (form is null)
        {
            return Refuse("invalid_request", fault!);
        }

        if (form.GrantType.Length == 0)
        {
            return Refuse("invalid_request", "The parameter 'grant_type' is missing; send client_credentials.");
        }

        if (form.GrantType != "client_credentials")
        {
            return Refuse("unsupported_grant_type", "Only client_credentials is supported.");
        }

        var address = CallerAddress.Of(http.Connection.RemoteIpAddress);
        if (throttle.Enter(address, form.ClientId) is { } seconds)
        {
            http.Response.Headers.RetryAfter = seconds.ToString(CultureInfo.InvariantCulture);
            return Refuse(
                "slow_down", FormattableString.Invariant($"Too many attempts; wait {seconds} seconds."), StatusCodes.Status429TooManyRequests);
        }

        var now = clock.GetUtcNow();
        var client = await db.Set<ApiClient>().AsNoTracking()
            .SingleOrDefaultAsync(row => row.ClientId == form.ClientId, cancellationToken);
        if (client is null)
        {
            ClientSecret.VerifyNothing(form.ClientSecret);
        }

        if (client?.GenerationOf(form.ClientSecret, now) is not { } generation)
        {
            throttle.Fail(address, form.ClientId);
            if (form.IsBasic)
            {
                http.Response.Headers.WWWAuthenticate = "Basic realm=\"PartyCms\", charset=\"UTF-8\"";
            }

            return Refuse(
                "invalid_client", "Client id or secret is wrong, or the client was revoked.", StatusCodes.Status401Unauthorized);
        }

        if (form.Scope.Split(' ').Contains("offline_access"))
        {
            return Refuse("invalid_scope", "offline_access is not given for client_credentials; fetch a new token instead.");
        }

        await db.Set<ApiClient>().Where(row => row.Id == client.Id)
            .ExecuteUpdateAsync(set => set.SetProperty(row => row.LastUsedUtc, now), cancellationToken);
        var token = tokens.Write(new ApiToken(client.Id, generation, now));
        return TypedResults.Ok(new TokenResponse(token, "Bearer", (int)ApiToken.Lifetime.TotalSeconds));
    }

    private static JsonHttpResult<TokenError> Refuse(
        string error, string description, int status = StatusCodes.Status400BadRequest) =>
        TypedResults.Json(new TokenError(error, description), statusCode: status);

    internal sealed record TokenParameters(
        [property: JsonPropertyName("grant_type")] string GrantType,
        [property: JsonPropertyName("client_id")] string? ClientId,
        [property: JsonPropertyName("client_secret")] string? ClientSecret,
        [property: JsonPropertyName("scope")] string? Scope);

    internal sealed record TokenResponse(
        [property: JsonPropertyName("access_token")] string AccessToken,
        [property: JsonPropertyName("token_type")] string TokenType,
        [property: JsonPropertyName("expires_in")] int ExpiresIn);

    internal sealed record TokenError(
        [property: JsonPropertyName("error")] string Error,
        [property: JsonPropertyName("error_description")] string ErrorDescription);
}
