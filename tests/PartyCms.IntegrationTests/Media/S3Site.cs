using Microsoft.AspNetCore.Mvc.Testing;

namespace PartyCms.IntegrationTests.Media;

/// <summary>The site with its files in a bucket.</summary>
public sealed class S3Site : IAsyncLifetime
{
    private readonly S3Server _server = new();
    private readonly CmsFactory _site = new();
    private WebApplicationFactory<Program>? _host;

    public IServiceProvider Services => _host!.Services;

    /// <summary>Folder of the site's data on this machine.</summary>
    public string DataFolder => _site.Place.Folder;

    public async ValueTask InitializeAsync()
    {
        await _server.InitializeAsync();
        await _site.CopyDemoAsync();
        _host = _site.WithWebHostBuilder(builder =>
        {
            foreach (var (key, value) in _server.Settings)
            {
                builder.UseSetting(key, value);
            }
        });
        using var answer = await CreateVisitor().GetAsync("/health/ready");
        answer.EnsureSuccessStatusCode();
    }

    public HttpClient CreateVisitor() => _host!.CreateDefaultClient(new CookieJar());

    public Task<HttpClient> SignInAsync(string userName) => CmsFactory.SignInAsync(_host!, userName);

    public async ValueTask DisposeAsync()
    {
        if (_host is not null)
        {
            await _host.DisposeAsync();
        }

        await _site.DisposeAsync();
        await _server.DisposeAsync();
    }
}
