using System.Net;
using Microsoft.AspNetCore.Mvc.Testing;

namespace PartyCms.IntegrationTests.Api;

/// <summary>The site with limits so low that a test reaches them.</summary>
public sealed class RateLimitTests : IAsyncLifetime
{
    private readonly CmsFactory _site = new();
    private WebApplicationFactory<Program> _host = null!;

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    public async ValueTask InitializeAsync()
    {
        _host = _site.WithWebHostBuilder(builder => builder
            .UseSetting("Cms:RateLimits:ClientPerMinute", "3")
            .UseSetting("Cms:RateLimits:AddressPerMinute", "2")
            .UseSetting("Cms:RateLimits:TokensPerMinute", "4")
            .UseSetting("Cms:RateLimits:SignInFailuresPerTenMinutes", "3"));
        using var client = _host.CreateClient();
        using var answer = await client.GetAsync("/health/ready");
        answer.EnsureSuccessStatusCode();
    }

    public async ValueTask DisposeAsync()
    {
        await _host.DisposeAsync();
        await _site.DisposeAsync();
    }

    [Fact]
    public async Task A_client_that_asks_too_often_is_told_how_long_to_wait()
    {
        using var client = await _host.AdministratorAsync();
        using var first = await client.GetAsync("/api/content?take=1", Cancel);
        await CallAsync(client, "/api/content?take=1", 2);

        using var refused = await client.GetAsync("/api/content?take=1", Cancel);

        Assert.Equal("\"client\";q=3;w=60", first.Headers.GetValues("RateLimit-Policy").Single());
        Assert.StartsWith("\"client\";r=2;t=", first.Headers.GetValues("RateLimit").Single(), StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.TooManyRequests, refused.StatusCode);
        Assert.InRange(refused.Headers.RetryAfter!.Delta!.Value.TotalSeconds, 1, 60);
        Assert.Equal("/problems/too-many-requests", (string?)(await refused.JsonAsync())["type"]);
    }

    [Fact]
    public async Task One_client_does_not_use_up_the_share_of_another_and_time_brings_it_back()
    {
        using var greedy = await _host.AdministratorAsync();
        using var modest = await _host.ClientAsync("Secretary");
        await CallAsync(greedy, "/api/content?take=1", 4);

        using var other = await modest.GetAsync("/api/content?take=1", Cancel);
        _site.Clock.Advance(TimeSpan.FromSeconds(61));
        using var again = await greedy.GetAsync("/api/content?take=1", Cancel);

        Assert.Equal((HttpStatusCode.OK, HttpStatusCode.OK), (other.StatusCode, again.StatusCode));
    }

    [Fact]
    public async Task Public_pages_are_not_counted()
    {
        using var visitor = _host.CreateDefaultClient(new CookieJar());
        await CallAsync(visitor, "/api/search?q=学习", 3);

        using var search = await visitor.GetAsync("/api/search?q=学习", Cancel);
        using var page = await visitor.GetAsync("/news", Cancel);

        Assert.Equal(HttpStatusCode.TooManyRequests, search.StatusCode);
        Assert.Equal(HttpStatusCode.OK, page.StatusCode);
        Assert.False(page.Headers.Contains("RateLimit"));
    }

    [Theory]
    [InlineData(null)]
    [InlineData("guessed")]
    public async Task Calls_without_a_right_token_are_counted_as_well(string? token)
    {
        using var stranger = _host.CreateDefaultClient(new CookieJar());
        if (token is not null)
        {
            stranger.DefaultRequestHeaders.Authorization = new("Bearer", token);
        }

        using var first = await stranger.GetAsync("/api/content/whatever", Cancel);
        await CallAsync(stranger, "/api/content/whatever", 1);
        using var refused = await stranger.GetAsync("/api/content/whatever", Cancel);

        Assert.Equal((HttpStatusCode.Unauthorized, HttpStatusCode.TooManyRequests), (first.StatusCode, refused.StatusCode));
        Assert.NotNull(refused.Headers.RetryAfter);
    }

    [Fact]
    public async Task Calls_that_a_client_has_no_right_to_use_up_its_share()
    {
        using var client = await _host.ClientAsync("Member");
        await CallAsync(client, "/api/export", 3);

        using var refused = await client.GetAsync("/api/export", Cancel);

        Assert.Equal(HttpStatusCode.TooManyRequests, refused.StatusCode);
    }

    [Fact]
    public async Task The_token_endpoint_refuses_in_the_words_of_its_specification()
    {
        using var visitor = _host.CreateDefaultClient(new CookieJar());
        var form = new Dictionary<string, string> { ["grant_type"] = "client_credentials", ["client_id"] = "nobody", ["client_secret"] = "x" };
        for (var i = 0; i < 4; i++)
        {
            using var wrong = await visitor.TokenAsync(form);
        }

        using var refused = await visitor.TokenAsync(form);

        Assert.Equal(HttpStatusCode.TooManyRequests, refused.StatusCode);
        Assert.Equal("slow_down", (string?)(await refused.JsonAsync())["error"]);
        Assert.NotNull(refused.Headers.RetryAfter);
    }

    [Fact]
    public async Task An_address_that_tries_many_names_is_stopped_even_with_the_right_password()
    {
        using var visitor = _host.CreateDefaultClient(new CookieJar());
        foreach (var name in new[] { "one", "two", "three" })
        {
            using var wrong = await SignInAsync(visitor, name, "guessed-password");
        }

        using var refused = await SignInAsync(visitor, "secretary", CmsFactory.DemoPassword);
        _site.Clock.Advance(TimeSpan.FromMinutes(11));
        using var later = await SignInAsync(visitor, "secretary", CmsFactory.DemoPassword);

        Assert.Equal(HttpStatusCode.TooManyRequests, refused.StatusCode);
        Assert.Contains("分钟后再试", await refused.Content.ReadAsStringAsync(Cancel), StringComparison.Ordinal);
        Assert.NotNull(refused.Headers.RetryAfter);
        Assert.Equal(HttpStatusCode.Redirect, later.StatusCode);
    }

    private static Task<HttpResponseMessage> SignInAsync(HttpClient visitor, string name, string password) =>
        CmsFactory.PostFormAsync(visitor, "/account/login", new() { ["UserName"] = name, ["Password"] = password });

    private static async Task CallAsync(HttpClient client, string path, int times)
    {
        for (var i = 0; i < times; i++)
        {
            using var answer = await client.GetAsync(path, Cancel);
        }
    }
}
