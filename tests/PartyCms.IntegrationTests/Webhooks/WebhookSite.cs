using System.Net;
using Microsoft.AspNetCore.Mvc.Testing;
using Microsoft.AspNetCore.TestHost;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Microsoft.Extensions.Hosting;
using PartyCms.IntegrationTests.Api;
using PartyCms.Kernel.Outbox;
using PartyCms.Webhooks.Deliveries;
using PartyCms.Webhooks.Network;

namespace PartyCms.IntegrationTests.Webhooks;

/// <summary>
/// The site with receivers on this machine: http and 127.0.0.1 are allowed by settings, 127.0.0.2 is not. Background
/// work runs only when a test says so, and tests answer for the name service.
/// </summary>
public sealed class WebhookSite : IAsyncLifetime
{
    private readonly CmsFactory _site = new();
    private WebApplicationFactory<Program> _host = null!;

    public SiteClock Clock => _site.Clock;

    public IServiceProvider Services => _host.Services;

    /// <summary>What the name service answers, in turn; the last answer stays.</summary>
    public Queue<IPAddress[]> Names { get; } = new();

    /// <summary>How often the name service was asked.</summary>
    public int Lookups { get; private set; }

    public async ValueTask InitializeAsync()
    {
        _host = _site.WithWebHostBuilder(builder =>
        {
            builder.UseSetting("Cms:Webhooks:AllowHttp", "true");
            builder.UseSetting("Cms:Webhooks:AllowedNetworks:0", "127.0.0.1/32");
            builder.ConfigureTestServices(services =>
            {
                foreach (var worker in services.Where(IsWorker).ToList())
                {
                    services.Remove(worker);
                }

                services.Replace(ServiceDescriptor.Singleton<ResolveHost>((_, _) =>
                {
                    Lookups++;
                    return Task.FromResult(Names.Count > 1 ? Names.Dequeue() : Names.Count == 1 ? Names.Peek() : []);
                }));
            });
        });
        using var client = _host.CreateClient();
        using var answer = await client.GetAsync("/health/ready");
        answer.EnsureSuccessStatusCode();
    }

    public async ValueTask DisposeAsync()
    {
        await _host.DisposeAsync();
        await _site.DisposeAsync();
    }

    public HttpClient CreateVisitor() => _host.CreateDefaultClient(new CookieJar());

    public Task<HttpClient> AdministratorAsync() => _host.AdministratorAsync();

    public Task<HttpClient> ClientAsync(string role, string? branch = null) => _host.ClientAsync(role, branch);

    public Task<System.Text.Json.Nodes.JsonObject> NewsAsync(string title, string branch = "qinghe") => _host.NewsAsync(title, branch);

    public Task<HttpClient> SignInAsync(string userName) => CmsFactory.SignInAsync(_host, userName);

    /// <summary>Lets the outbox tell its subscribers, then lets what is due be sent.</summary>
    public async Task DeliverAsync(CancellationToken cancellationToken)
    {
        while (await Services.GetRequiredService<OutboxDispatcher>().DeliverDueAsync(cancellationToken) > 0)
        {
        }

        await Services.GetRequiredService<DeliverWebhooks>().DeliverDueAsync(cancellationToken);
    }

    public async Task<T> WithAsync<TService, T>(Func<TService, Task<T>> act)
        where TService : notnull
    {
        await using var scope = Services.CreateAsyncScope();
        return await act(scope.ServiceProvider.GetRequiredService<TService>());
    }

    private static bool IsWorker(ServiceDescriptor service) =>
        service.ServiceType == typeof(IHostedService)
        && service.ImplementationFactory?.GetType().GenericTypeArguments is [_, var made]
        && made.Namespace!.StartsWith("PartyCms", StringComparison.Ordinal);
}
