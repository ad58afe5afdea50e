using System.Net;
using System.Net.Http.Headers;
using System.Text;
using Microsoft.Extensions.DependencyInjection;
using PartyCms.Accounts.ApiClients;

namespace PartyCms.IntegrationTests.Api;

public sealed class TokenTests(CmsFactory site) : IClassFixture<CmsFactory>
{
    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Good_credentials_earn_a_bearer_token_that_nothing_stores()
    {
        using var client = site.CreateVisitor();

        using var answer = await client.TokenAsync(Credentials("test-client-secret-1234567890"));
        var token = await answer.JsonAsync();

        Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
        Assert.Equal("Bearer", (string?)token["token_type"]);
        Assert.Equal(3600, (int)token["expires_in"]!);
        Assert.NotEmpty((string)token["access_token"]!);
        Assert.True(answer.Headers.CacheControl!.NoStore);
    }

    [Fact]
    public async Task Credentials_may_stand_in_a_basic_header()
    {
        using var answer = await BasicAsync("test-client:test-client-secret-1234567890");

        Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
    }

    [Fact]
    public async Task A_wrong_secret_in_a_basic_header_is_answered_with_its_scheme()
    {
        using var answer = await BasicAsync("test-client:wrong");

        Assert.Equal(HttpStatusCode.Unauthorized, answer.StatusCode);
        Assert.Equal("invalid_client", (string?)(await answer.JsonAsync())["error"]);
        Assert.Equal("Basic", answer.Headers.WwwAuthenticate.Single().Scheme);
    }

    [Theory]
    [InlineData("client_credentials", "nobody", "x", "", HttpStatusCode.Unauthorized, "invalid_client")]
    [InlineData("client_credentials", "test-client", "x", "", HttpStatusCode.Unauthorized, "invalid_client")]
    [InlineData("client_credentials", "", "", "", HttpStatusCode.Unauthorized, "invalid_client")]
    [InlineData("", "test-client", "test-client-secret-1234567890", "", HttpStatusCode.BadRequest, "invalid_request")]
    [InlineData("password", "test-client", "test-client-secret-1234567890", "", HttpStatusCode.BadRequest, "unsupported_grant_type")]
    [InlineData("client_credentials", "test-client", "test-client-secret-1234567890", "a offline_access", HttpStatusCode.BadRequest, "invalid_scope")]
    public async Task A_refusal_names_its_error(
        string grantType, string clientId, string secret, string scope, HttpStatusCode status, string error)
    {
        using var client = site.CreateVisitor();

        using var answer = await client.TokenAsync(new()
        {
            ["grant_type"] = grantType,
            ["client_id"] = clientId,
            ["client_secret"] = secret,
            ["scope"] = scope,
        });

        Assert.Equal(status, answer.StatusCode);
        Assert.Equal(error, (string?)(await answer.JsonAsync())["error"]);
        Assert.True(answer.Headers.CacheControl!.NoStore);
    }

    [Theory]
    [InlineData("grant_type=client_credentials&grant_type=client_credentials", "application/x-www-form-urlencoded")]
    [InlineData("{\"grant_type\":\"client_credentials\"}", "application/json")]
    [InlineData("%%%=%zz&&&", "application/x-www-form-urlencoded")]
    [InlineData("", "multipart/form-data")]
    public async Task A_malformed_request_is_invalid(string body, string contentType)
    {
        using var client = site.CreateVisitor();
        using var content = new StringContent(body, Encoding.UTF8, contentType);

        using var answer = await client.PostAsync("/connect/token", content, Cancel);

        Assert.Contains(answer.StatusCode, new[] { HttpStatusCode.BadRequest, HttpStatusCode.UnsupportedMediaType });
    }

    [Fact]
    public async Task Guessing_is_slowed_down_for_the_client_guessed_at_alone()
    {
        using var client = site.CreateVisitor();
        var guess = Credentials("guess");
        guess["client_id"] = "guessed";
        for (var i = 0; i < 10; i++)
        {
            using var refused = await client.TokenAsync(guess);
        }

        using var throttled = await client.TokenAsync(guess);
        using var other = await client.TokenAsync(Credentials("test-client-secret-1234567890"));

        Assert.Equal(HttpStatusCode.TooManyRequests, throttled.StatusCode);
        Assert.Equal(HttpStatusCode.OK, other.StatusCode);
    }

    [Fact]
    public async Task A_revoked_client_and_its_tokens_end_at_once()
    {
        using var client = await site.ClientAsync("Secretary");
        using var before = await client.GetAsync("/api/content?take=1", Cancel);

        await ChangeAsync(client, (manage, id) => manage.RevokeAsync(id, Cancel));
        using var after = await client.GetAsync("/api/content?take=1", Cancel);

        Assert.Equal(HttpStatusCode.OK, before.StatusCode);
        Assert.Equal(HttpStatusCode.Unauthorized, after.StatusCode);
    }

    [Fact]
    public async Task After_a_rotation_the_old_secret_works_until_it_is_ended()
    {
        using var client = await site.ClientAsync("Secretary");
        await ChangeAsync(client, async (manage, id) => await manage.RotateAsync(id, TimeSpan.FromHours(24), Cancel) is not null);
        using var meanwhile = await client.GetAsync("/api/content?take=1", Cancel);

        await ChangeAsync(client, (manage, id) => manage.EndPreviousSecretAsync(id, Cancel));
        using var after = await client.GetAsync("/api/content?take=1", Cancel);

        Assert.Equal(HttpStatusCode.OK, meanwhile.StatusCode);
        Assert.Equal(HttpStatusCode.Unauthorized, after.StatusCode);
    }

    [Fact]
    public async Task After_a_rotation_without_grace_the_old_secret_and_its_tokens_end_at_once()
    {
        using var client = await site.ClientAsync("Secretary");

        await ChangeAsync(client, async (manage, id) => await manage.RotateAsync(id, TimeSpan.Zero, Cancel) is not null);
        using var after = await client.GetAsync("/api/content?take=1", Cancel);

        Assert.Equal(HttpStatusCode.Unauthorized, after.StatusCode);
    }

    private static Dictionary<string, string> Credentials(string secret) => new()
    {
        ["grant_type"] = "client_credentials",
        ["client_id"] = "test-client",
        ["client_secret"] = secret,
    };

    private async Task<HttpResponseMessage> BasicAsync(string pair)
    {
        using var client = site.CreateVisitor();
        client.DefaultRequestHeaders.Authorization =
            new AuthenticationHeaderValue("Basic", Convert.ToBase64String(Encoding.UTF8.GetBytes(pair)));
        return await client.TokenAsync(new() { ["grant_type"] = "client_credentials" });
    }

    private Task<bool> ChangeAsync(HttpClient client, Func<ManageApiClients, string, Task<bool>> change)
    {
        var token = client.DefaultRequestHeaders.Authorization!.Parameter!;
        return site.WithServicesAsync(services => change(
            services.GetRequiredService<ManageApiClients>(),
            services.GetRequiredService<ApiTokenFormat>().Read(token)!.ClientRowId));
    }
}
