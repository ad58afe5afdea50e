using System.Net;
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

    public SimulatorApp WeChat { get; private set; } = null!;

    public async ValueTask InitializeAsync()
    {
        WeChat = await SimulatorApp.StartAsync(new SimulatorOptions { SeedDemo = true });
        var (folder, database) = _factory.Place;
        await DemoTemplate.CopyToAsync(folder, database, CmsFactory.PostgreSql);
        _host = _factory.WithWebHostBuilder(builder => builder
            .UseSetting("WeChat:AppId", SimulatorOptions.DefaultAppId)
            .UseSetting("WeChat:AppSecret", SimulatorOptions.DefaultAppSecret)
            .UseSetting("WeChat:ApiBase", WeChat.BaseAddress)
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
    public async Task<HttpClient> SignInAsync(string userName)
    {
        var client = _host.CreateDefaultClient(new CookieJar());
        using var answer = await CmsFactory.PostFormAsync(client, "/account/login", new()
        {
            ["UserName"] = userName,
            ["Password"] = CmsFactory.DemoPassword,
        });
        Assert.Equal(HttpStatusCode.Redirect, answer.StatusCode);
        return client;
    }
}
