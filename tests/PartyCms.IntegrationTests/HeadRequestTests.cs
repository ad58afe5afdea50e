using System.Net;
using System.Net.Http.Json;
using System.Text.Json;
using Microsoft.Extensions.DependencyInjection;
using PartyCms.IntegrationTests.Media;
using PartyCms.Kernel.Content;
using PartyCms.Kernel.Data;
using PartyCms.WeChat.Console.Connection;

namespace PartyCms.IntegrationTests;

/// <summary>What everybody may fetch can be asked about by HEAD, over a real port: the server leaves the body out.</summary>
public sealed class HeadRequestTests(HeadRequestTests.PortSite site) : IClassFixture<HeadRequestTests.PortSite>
{
    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Theory]
    [InlineData("/")]
    [InlineData("/news")]
    [InlineData("/guides")]
    [InlineData("/notices")]
    [InlineData("/disclosures")]
    [InlineData("/lessons")]
    [InlineData("/search?q=党课")]
    [InlineData("/b/qinghe")]
    [InlineData("/b/qinghe/feed.xml")]
    [InlineData("/feed.xml")]
    [InlineData("/sitemap.xml")]
    [InlineData("/robots.txt")]
    [InlineData("/health/live")]
    [InlineData("/health/ready")]
    [InlineData("/account/login")]
    [InlineData("/media/covers/hills-spring-walk.svg")]
    [InlineData("/_content/PartyCms.Themes.Microsite/favicon.svg")]
    [InlineData("/MP_verify_AbCd1234.txt")]
    [InlineData("/favicon.ico", HttpStatusCode.MovedPermanently)]
    [InlineData("/no-such-page", HttpStatusCode.NotFound)]
    [InlineData("/media/2026/01/none.png", HttpStatusCode.NotFound)]
    [InlineData("/MP_verify_none.txt", HttpStatusCode.NotFound)]
    public Task A_public_address_answers_HEAD_as_GET(string path, HttpStatusCode status = HttpStatusCode.OK) => CompareAsync(path, status);

    [Fact]
    public async Task A_disclosure_answers_HEAD_as_GET() => await CompareAsync(await site.WithServicesAsync(async services =>
        (await services.GetRequiredService<CmsDbContext>().Set<ContentSummary>().FirstAsync(row => row.ContentType == "Disclosure", Cancel)).Href));

    [Fact]
    public async Task An_uploaded_picture_answers_HEAD_as_GET()
    {
        using var secretary = await site.SignInAsync("secretary");
        using var uploaded = await MediaUploadTests.UploadAsync(secretary, MediaUploadTests.Png, "合影.png");

        await CompareAsync((await uploaded.Content.ReadFromJsonAsync<JsonElement>(Cancel)).GetProperty("url").GetString()!);
    }

    [Theory]
    [InlineData("/display?size=large")]
    [InlineData("/wechat/oauth/callback")]
    public async Task What_does_something_when_it_is_fetched_is_not_asked_about(string path)
    {
        using var answer = await SendAsync(HttpMethod.Head, path);

        Assert.True(answer.StatusCode is HttpStatusCode.NotFound or HttpStatusCode.MethodNotAllowed, answer.StatusCode.ToString());
    }

    private async Task CompareAsync(string path, HttpStatusCode status = HttpStatusCode.OK)
    {
        using var head = await SendAsync(HttpMethod.Head, path);
        using var get = await SendAsync(HttpMethod.Get, path);

        Assert.Equal((status, status), (get.StatusCode, head.StatusCode));
        Assert.Equal(
            (get.Content.Headers.ContentType?.ToString(), get.Headers.Location),
            (head.Content.Headers.ContentType?.ToString(), head.Headers.Location));
        Assert.Empty(await head.Content.ReadAsByteArrayAsync(Cancel));
    }

    private Task<HttpResponseMessage> SendAsync(HttpMethod method, string path) =>
        site.Client.SendAsync(new HttpRequestMessage(method, path), Cancel);

    public sealed class PortSite : IAsyncLifetime
    {
        private readonly CmsFactory _factory = new();

        public HttpClient Client { get; private set; } = null!;

        public async ValueTask InitializeAsync()
        {
            await _factory.CopyDemoAsync();
            _factory.UseKestrel(0);
            _factory.StartServer();
            Client = CreateClient();
            await WithServicesAsync(async services =>
            {
                await services.GetRequiredService<DomainProofs>().ReplaceAsync(new DomainProof("AbCd1234", "EfGh5678"), Cancel);
                return true;
            });
        }

        public async ValueTask DisposeAsync()
        {
            Client.Dispose();
            await _factory.DisposeAsync();
        }

        public async Task<HttpClient> SignInAsync(string userName)
        {
            var client = CreateClient();
            using var answer = await CmsFactory.PostFormAsync(
                client, "/account/login", new() { ["UserName"] = userName, ["Password"] = CmsFactory.DemoPassword });
            Assert.Equal(HttpStatusCode.Redirect, answer.StatusCode);
            return client;
        }

        public Task<T> WithServicesAsync<T>(Func<IServiceProvider, Task<T>> act) => _factory.WithServicesAsync(act);

        // Those of the factory follow redirects where the site has a port.
        private HttpClient CreateClient() =>
            new(new SocketsHttpHandler { AllowAutoRedirect = false }) { BaseAddress = _factory.ClientOptions.BaseAddress };
    }
}
