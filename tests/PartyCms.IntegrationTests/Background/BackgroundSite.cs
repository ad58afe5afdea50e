using Microsoft.AspNetCore.Mvc.Testing;
using Microsoft.AspNetCore.TestHost;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using PartyCms.Kernel;
using PartyCms.Kernel.Jobs;
using PartyCms.Kernel.Outbox;

namespace PartyCms.IntegrationTests.Background;

/// <summary>The site with a bell to ring and a job to run, whose background work runs only when a test says so.</summary>
public sealed class BackgroundSite : IAsyncLifetime
{
    private readonly CmsFactory _site = new();
    private WebApplicationFactory<Program> _host = null!;

    public SiteClock Clock => _site.Clock;

    public BellLog Log { get; } = new();

    public IServiceProvider Services => _host.Services;

    public async ValueTask InitializeAsync()
    {
        _host = _site.WithWebHostBuilder(builder => builder.ConfigureTestServices(services =>
        {
            foreach (var worker in services.Where(IsWorker).ToList())
            {
                services.Remove(worker);
            }

            services.AddSingleton(Log);
            services.AddEventSubscriber<BellRang, BellListener>();
            services.AddScheduledJob<BellJob>();
        }));
        using var client = _host.CreateClient();
        using var answer = await client.GetAsync("/health/ready");
        answer.EnsureSuccessStatusCode();

        // Set-up announced what it published; none of it shall stand in the queue before what a test adds.
        while (await WithAsync((OutboxDispatcher dispatcher) => dispatcher.DeliverDueAsync(CancellationToken.None)) > 0)
        {
        }
    }

    public async ValueTask DisposeAsync()
    {
        await _host.DisposeAsync();
        await _site.DisposeAsync();
    }

    public async Task<T> WithAsync<TService, T>(Func<TService, Task<T>> act)
        where TService : notnull
    {
        await using var scope = Services.CreateAsyncScope();
        return await act(scope.ServiceProvider.GetRequiredService<TService>());
    }

    internal static bool IsWorker(ServiceDescriptor service) =>
        service.ServiceType == typeof(IHostedService)
        && service.ImplementationFactory?.GetType().GenericTypeArguments is [_, var made]
        && (made == typeof(OutboxDispatcher) || made == typeof(JobRunner));
}

/// <summary>An event of the tests.</summary>
public sealed record BellRang(string Where);

/// <summary>What the listener and the job of the tests did, and how they are to fail.</summary>
public sealed class BellLog
{
    private readonly Lock _lock = new();
    private readonly List<string> _heard = [];

    /// <summary>Thrown, one after another, instead of hearing.</summary>
    public Queue<Exception> Failures { get; } = new();

    /// <summary>What happens in the middle of hearing, by the place that is heard of.</summary>
    public Dictionary<string, Action> Meanwhile { get; } = [];

    public int CountOf(string where)
    {
        lock (_lock)
        {
            return _heard.Count(heard => heard == where);
        }
    }

    public void Hear(string where)
    {
        lock (_lock)
        {
            if (Failures.TryDequeue(out var failure))
            {
                throw failure;
            }

            _heard.Add(where);
        }
    }
}

internal sealed class BellListener(BellLog log) : IEventSubscriber<BellRang>
{
    public Task HandleAsync(BellRang cmsEvent, CancellationToken cancellationToken)
    {
        if (log.Meanwhile.Remove(cmsEvent.Where, out var happen))
        {
            happen();
        }

        cancellationToken.ThrowIfCancellationRequested();
        log.Hear(cmsEvent.Where);
        return Task.CompletedTask;
    }
}

internal sealed class BellJob(BellLog log) : IScheduledJob
{
    public const string JobName = "tests.bell";

    public string Name => JobName;

    public string DisplayName => "敲钟";

    public DateTimeOffset NextRun(DateTimeOffset finished) => finished.AddHours(1);

    public Task RunAsync(CancellationToken cancellationToken)
    {
        log.Hear(JobName);
        return Task.CompletedTask;
    }
}
