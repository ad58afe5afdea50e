using Microsoft.AspNetCore.Mvc.Testing;
using Microsoft.AspNetCore.TestHost;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using PartyCms.WeChat.Client;

namespace PartyCms.IntegrationTests.WeChat.Client;

/// <summary>Two nodes of one site with an account, on one database, and a stand-in for WeChat that both call.</summary>
public sealed class ClientSite : IAsyncLifetime
{
    public const string AppId = "wxba5fad812f8e6fb9";
    public const string AppSecret = "0123456789abcdef0123456789abcdef";

    private readonly CmsFactory _factory = new();
    private readonly List<WebApplicationFactory<Program>> _nodes = [];

    public StandInWeChat WeChat { get; } = new();

    public RecordingLog Log { get; } = new();

    public SiteClock Clock => _factory.Clock;

    public IServiceProvider Node => _nodes[0].Services;

    public IServiceProvider SecondNode => _nodes[1].Services;

    public async ValueTask InitializeAsync()
    {
        await _factory.CopyDemoAsync();
        _nodes.Add(await StartAsync(AppSecret));
        _nodes.Add(await StartAsync(AppSecret));
    }

    public async ValueTask DisposeAsync()
    {
        foreach (var node in _nodes)
        {
            await node.DisposeAsync();
        }

        await _factory.DisposeAsync();
        WeChat.Dispose();
    }

    /// <summary>A node that starts later, such as after a change of the secret.</summary>
    public async Task<IServiceProvider> StartNodeAsync(string appSecret)
    {
        _nodes.Add(await StartAsync(appSecret));
        return _nodes[^1].Services;
    }

    private async Task<WebApplicationFactory<Program>> StartAsync(string appSecret)
    {
        var node = _factory.WithWebHostBuilder(builder => builder
            .UseSetting("WeChat:AppId", AppId)
            .UseSetting("WeChat:AppSecret", appSecret)
            .ConfigureTestServices(services =>
            {
                services.RemoveAll<IHostedService>();
                services.AddHttpClient(WeChatTransport.HttpClientName).ConfigurePrimaryHttpMessageHandler(() => WeChat);
                services.Replace(ServiceDescriptor.Singleton(new WeChatRetries(new ImpatientClock())));
                services.AddSingleton<ILoggerProvider>(Log);
            }));
        using var client = node.CreateClient();
        using var answer = await client.GetAsync("/health/live");
        return node;
    }
}
