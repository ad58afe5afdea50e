using Microsoft.AspNetCore.Mvc.Testing;
using Microsoft.AspNetCore.TestHost;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Microsoft.Extensions.Hosting;
using PartyCms.WeChat.Simulator;

namespace PartyCms.IntegrationTests.WeChat.Client;

/// <summary>The site with an account at a simulated WeChat, which it calls over the loopback.</summary>
public sealed class SimulatedSite : IAsyncLifetime
{
    private readonly CmsFactory _factory = new();
    private WebApplicationFactory<Program> _host = null!;

    /// <summary>Whether WeChat lives in the site's time, not in the machine's.</summary>
    public bool SharesClock { get; init; }

    public SimulatorApp WeChat { get; private set; } = null!;

    public SiteClock Clock => _factory.Clock;

    public async ValueTask InitializeAsync()
    {
        WeChat = await SimulatorApp.StartAsync(new SimulatorOptions
        {
            SeedDemo = true, Clock = new SimulatorClock(SharesClock ? _factory.Clock : TimeProvider.System),
        });
        await _factory.CopyDemoAsync();
        _host = _factory.WithWebHostBuilder(builder => builder
            .UseSettings(WeChat.SiteSettings)
            .ConfigureTestServices(services => services.RemoveAll<IHostedService>()));
    }

    public async ValueTask DisposeAsync()
    {
        await _host.DisposeAsync();
        await _factory.DisposeAsync();
        await WeChat.DisposeAsync();
    }

    public T Get<T>()
        where T : notnull =>
        _host.Services.GetRequiredService<T>();

    public AsyncServiceScope CreateScope() => _host.Services.CreateAsyncScope();

    /// <summary>A client signed in as a demo account.</summary>
    public Task<HttpClient> SignInAsync(string userName) => CmsFactory.SignInAsync(_host, userName);
}
