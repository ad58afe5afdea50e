using Microsoft.AspNetCore.Mvc.Testing;
using Microsoft.AspNetCore.TestHost;
using Microsoft.Extensions.DependencyInjection;
using PartyCms.Kernel.Jobs;

namespace PartyCms.IntegrationTests.Background;

/// <summary>Two nodes of the demo site over one database, whose background work runs only when a test says so.</summary>
public sealed class QuietSite : IAsyncLifetime
{
    private readonly CmsFactory _site = new();
    private readonly List<WebApplicationFactory<Program>> _nodes = [];

    public SiteClock Clock => _site.Clock;

    public async ValueTask InitializeAsync()
    {
        await _site.CopyDemoAsync();
        for (var i = 0; i < 2; i++)
        {
            var node = _site.WithWebHostBuilder(builder => builder.ConfigureTestServices(services =>
            {
                foreach (var worker in services.Where(BackgroundSite.IsWorker).ToList())
                {
                    services.Remove(worker);
                }
            }));
            _nodes.Add(node);
            using var client = node.CreateClient();
            using var answer = await client.GetAsync("/health/ready");
            answer.EnsureSuccessStatusCode();
        }
    }

    public async ValueTask DisposeAsync()
    {
        foreach (var node in _nodes)
        {
            await node.DisposeAsync();
        }

        await _site.DisposeAsync();
    }

    /// <summary>A client of the first node that keeps cookies and follows no redirect.</summary>
    public HttpClient CreateVisitor() => _nodes[0].CreateDefaultClient(new CookieJar());

    public Task<HttpClient> SignInAsync(string userName) => CmsFactory.SignInAsync(_nodes[0], userName);

    public async Task<T> WithAsync<TService, T>(Func<TService, Task<T>> act, int node = 0)
        where TService : notnull
    {
        await using var scope = _nodes[node].Services.CreateAsyncScope();
        return await act(scope.ServiceProvider.GetRequiredService<TService>());
    }

    /// <summary>Runs one job on a node, as its runner would when it is due.</summary>
    public Task<bool> RunAsync(string job, int node = 0) => WithAsync(
        async (IEnumerable<IScheduledJob> jobs) =>
        {
            await jobs.Single(candidate => candidate.Name == job).RunAsync(TestContext.Current.CancellationToken);
            return true;
        },
        node);
}
