using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;
using PartyCms.Kernel.Data;

namespace PartyCms.WeChat.Delivery;

/// <summary>
/// Takes up every issue that is due: what a person set going, what waits for an answer, was put off, or was left by a node
/// that died. It stands beside the outbox, which a slow WeChat must not hold up. Several nodes may do so at once, for each
/// issue is taken by one of them.
/// </summary>
internal sealed partial class AdvanceIssues(
    IServiceScopeFactory scopes, IOptions<WeChatOptions> options, TimeProvider clock, ILogger<AdvanceIssues> logger) : BackgroundService
{
    private const int BatchSize = 50;

    private static readonly TimeSpan LookEvery = TimeSpan.FromSeconds(3);

    /// <summary>Runs what is due now, each issue once; returns how many were moved.</summary>
    public async Task<int> RunDueAsync(CancellationToken cancellationToken)
    {
        var now = clock.GetUtcNow();
        var appId = options.Value.AppId;
        List<Guid> due;
        await using (var scope = scopes.CreateAsyncScope())
        {
            due = await scope.ServiceProvider.GetRequiredService<CmsDbContext>().Set<Issue>().AsNoTracking()
                .Where(issue => issue.NextAttemptUtc <= now && issue.AppId == appId)
                .OrderBy(issue => issue.NextAttemptUtc).Take(BatchSize).Select(issue => issue.Id).ToListAsync(cancellationToken);
        }

        var moved = 0;
        foreach (var id in due)
        {
            moved += await RunAsync(id, cancellationToken) ? 1 : 0;
        }

        return moved;
    }

    /// <inheritdoc />
    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        if (!options.Value.HasApi)
        {
            return;
        }

        using var timer = new PeriodicTimer(LookEvery, clock);
        do
        {
            try
            {
                await RunDueAsync(stoppingToken);
            }
#pragma warning disable CA1031 // The loop must outlive a database that is away for a while.
            catch (Exception exception) when (!stoppingToken.IsCancellationRequested)
#pragma warning restore CA1031
            {
                LogLoopFailed(exception);
            }
        }
        while (await timer.WaitForNextTickAsync(stoppingToken));
    }

    private async Task<bool> RunAsync(Guid id, CancellationToken cancellationToken)
    {
        await using var scope = scopes.CreateAsyncScope();
        try
        {
            return await scope.ServiceProvider.GetRequiredService<RunIssue>().RunAsync(id, cancellationToken);
        }
        catch (DbUpdateConcurrencyException)
        {
            LogOvertaken(id);
            return false;
        }
#pragma warning disable CA1031 // One issue must keep up no other; its lease ends and it is taken up again.
        catch (Exception exception) when (exception is not OperationCanceledException)
#pragma warning restore CA1031
        {
            LogFailed(exception, id);
            return false;
        }
    }

    [LoggerMessage(1720, LogLevel.Error, "WeChat issue {IssueId} broke off; it is taken up again after its lease")]
    private partial void LogFailed(Exception exception, Guid issueId);

    [LoggerMessage(1721, LogLevel.Error, "WeChat issues could not be read; trying again")]
    private partial void LogLoopFailed(Exception exception);

    [LoggerMessage(1722, LogLevel.Information, "WeChat issue {IssueId} was changed by somebody else meanwhile; it is taken up again")]
    private partial void LogOvertaken(Guid issueId);
}
