using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using PartyCms.Kernel.Data;

namespace PartyCms.Kernel.Jobs;

/// <summary>Runs scheduled jobs when they are due, each on one node at a time.</summary>
public sealed partial class JobRunner(IServiceScopeFactory scopes, TimeProvider clock, ILogger<JobRunner> logger) : BackgroundService
{
    internal static readonly TimeSpan Lease = TimeSpan.FromMinutes(30);

    private static readonly TimeSpan LookEvery = TimeSpan.FromSeconds(15);

    private static readonly TimeSpan Breath = TimeSpan.FromSeconds(1);

    /// <summary>Runs what is due now; returns how many jobs ended well.</summary>
    public async Task<int> RunDueAsync(CancellationToken cancellationToken)
    {
        await using var scope = scopes.CreateAsyncScope();
        var names = scope.ServiceProvider.GetServices<IScheduledJob>().Select(job => job.Name).ToList();
        var finished = 0;
        foreach (var name in names)
        {
            finished += await RunIfDueAsync(name, cancellationToken) ? 1 : 0;
        }

        return finished;
    }

    /// <inheritdoc />
    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        while (!stoppingToken.IsCancellationRequested)
        {
            var pause = LookEvery;
            try
            {
                await RunDueAsync(stoppingToken);
                pause = await PauseAsync(stoppingToken);
            }
#pragma warning disable CA1031 // The loop must outlive a database that is away for a while.
            catch (Exception exception) when (!stoppingToken.IsCancellationRequested)
#pragma warning restore CA1031
            {
                LogLoopFailed(exception);
            }

            await Task.Delay(pause, clock, stoppingToken);
        }
    }

    // Until the next job is due, so that what is to happen at a minute happens at it. A job that an upgrade took away
    // has left its row, which is due for ever and counts for nothing.
    private async Task<TimeSpan> PauseAsync(CancellationToken cancellationToken)
    {
        await using var scope = scopes.CreateAsyncScope();
        var names = scope.ServiceProvider.GetServices<IScheduledJob>().Select(job => job.Name).ToList();
        var next = await scope.ServiceProvider.GetRequiredService<CmsDbContext>().Set<JobState>()
            .Where(state => names.Contains(state.Name)).MinAsync(state => (DateTimeOffset?)state.NextRunUtc, cancellationToken);
        var pause = (next - clock.GetUtcNow()) ?? LookEvery;
        return pause > LookEvery ? LookEvery : pause < Breath ? Breath : pause;
    }

    private async Task<bool> RunIfDueAsync(string name, CancellationToken cancellationToken)
    {
        await using var scope = scopes.CreateAsyncScope();
        var db = scope.ServiceProvider.GetRequiredService<CmsDbContext>();
        var job = scope.ServiceProvider.GetServices<IScheduledJob>().Single(job => job.Name == name);
        var now = clock.GetUtcNow();
        var state = await db.Set<JobState>().AsNoTracking().SingleOrDefaultAsync(row => row.Name == name, cancellationToken);
        if (state is null)
        {
            db.Add(new JobState { Name = name, NextRunUtc = job.NextRun(now) });
            await db.SaveChangesAsync(cancellationToken);
            return false;
        }

        var rows = db.Set<JobState>().Where(row => row.Name == name);
        var until = now + job.Lease;
        var claimed = state.NextRunUtc <= now && await rows
            .Where(row => row.NextRunUtc == state.NextRunUtc)
            .ExecuteUpdateAsync(
                set => set.SetProperty(row => row.NextRunUtc, until).SetProperty(row => row.LastStartedUtc, now), cancellationToken) == 1;
        if (!claimed)
        {
            return false;
        }

        try
        {
            await job.RunAsync(cancellationToken);
            var end = clock.GetUtcNow();
            var next = job.NextRun(end);
            await rows.ExecuteUpdateAsync(
                set => set.SetProperty(row => row.NextRunUtc, next).SetProperty(row => row.LastFinishedUtc, end)
                    .SetProperty(row => row.Failures, 0).SetProperty(row => row.LastError, (string?)null),
                cancellationToken);
            return true;
        }
#pragma warning disable CA1031 // Whatever a job throws is kept with it and shown to the administrator.
        catch (Exception exception) when (exception is not OperationCanceledException)
#pragma warning restore CA1031
        {
            LogJobFailed(exception, name, state.Failures + 1);
            var again = clock.GetUtcNow() + Backoff.After(state.Failures + 1);
            var error = exception.Message.Length > 2000 ? exception.Message[..2000] : exception.Message;
            await rows.ExecuteUpdateAsync(
                set => set.SetProperty(row => row.NextRunUtc, again).SetProperty(row => row.Failures, row => row.Failures + 1)
                    .SetProperty(row => row.LastError, error),
                cancellationToken);
            return false;
        }
    }

    [LoggerMessage(211, LogLevel.Error, "Scheduled jobs could not be read; trying again")]
    private partial void LogLoopFailed(Exception exception);

    [LoggerMessage(212, LogLevel.Warning, "Job {Job} failed {Failures} times in a row")]
    private partial void LogJobFailed(Exception exception, string job, int failures);
}
