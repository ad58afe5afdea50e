using System.Net;
using System.Net.Http.Headers;
using PartyCms.IntegrationTests.Api;

namespace PartyCms.IntegrationTests.Orchard;

/// <summary>How programs prove who they are, case by case. GraphQL and authorization codes (B1, B9) are not offered.</summary>
public sealed class AuthenticationConformance(CmsFactory site) : IClassFixture<CmsFactory>
{
    private const string Unknown = "/api/content/does-not-exist";

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Fact]
    public async Task B2_a_visitor_learns_nothing_of_what_exists()
    {
        using var visitor = site.CreateVisitor();

        using var answer = await visitor.GetAsync(Unknown, Cancel);
        var problem = await answer.JsonAsync();

        Assert.Equal(HttpStatusCode.Unauthorized, answer.StatusCode);
        Assert.Equal("application/problem+json", answer.Content.Headers.ContentType?.MediaType);
        Assert.Equal("Bearer", answer.Headers.WwwAuthenticate.Single().Scheme);
        Assert.Equal("Authentication required", (string?)problem["title"]);
        Assert.Equal("https://tools.ietf.org/html/rfc9110#section-15.5.2", (string?)problem["type"]);
        Assert.Contains("WWW-Authenticate", (string?)problem["detail"], StringComparison.Ordinal);
    }

    [Fact]
    public async Task B3_a_wrong_token_is_named_invalid()
    {
        using var visitor = site.CreateVisitor();
        visitor.DefaultRequestHeaders.Authorization = new AuthenticationHeaderValue("Bearer", "garbage");

        using var answer = await visitor.GetAsync(Unknown, Cancel);

        Assert.Equal(HttpStatusCode.Unauthorized, answer.StatusCode);
        Assert.Contains("error=\"invalid_token\"", answer.Headers.WwwAuthenticate.ToString(), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("test-client-secret-1234567890", "", HttpStatusCode.OK, null)]
    [InlineData("wrong", "", HttpStatusCode.Unauthorized, "invalid_client")]
    [InlineData("test-client-secret-1234567890", "offline_access", HttpStatusCode.BadRequest, "invalid_scope")]
    public async Task B4_B5_a_token_is_given_for_client_credentials(string secret, string scope, HttpStatusCode status, string? error)
    {
        using var visitor = site.CreateVisitor();

        using var answer = await visitor.TokenAsync(new()
        {
            ["grant_type"] = "client_credentials",
            ["client_id"] = "test-client",
            ["client_secret"] = secret,
            ["scope"] = scope,
        });
        var body = await answer.JsonAsync();

        Assert.Equal(status, answer.StatusCode);
        Assert.Equal(error, (string?)body["error"]);
        Assert.Equal(error is null ? "Bearer" : null, (string?)body["token_type"]);
    }

    [Fact]
    public async Task B6_a_cookie_counts_nothing()
    {
        using var admin = await site.SignInAsync("admin");

        using var answer = await admin.GetAsync(Unknown, Cancel);

        Assert.Equal(HttpStatusCode.Unauthorized, answer.StatusCode);
    }

    [Fact]
    public async Task B7_a_client_without_the_right_is_forbidden()
    {
        using var member = await site.ClientAsync("Member");

        using var answer = await member.GetAsync(Unknown, Cancel);

        Assert.Equal(HttpStatusCode.Forbidden, answer.StatusCode);
        Assert.Equal("Access forbidden", (string?)(await answer.JsonAsync())["title"]);
    }

    [Theory]
    [InlineData("RecentBranchNews")]
    [InlineData("nope")]
    public async Task B8_a_query_one_may_not_run_looks_like_none(string name)
    {
        using var visitor = site.CreateVisitor();

        using var answer = await visitor.GetAsync($"/api/queries/{name}", Cancel);

        Assert.Equal(HttpStatusCode.NotFound, answer.StatusCode);
    }
}
