using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using PartyCms.Kernel.Audit;
using PartyCms.Kernel.Data;
using PartyCms.Kernel.Jobs;
using PartyCms.Kernel.Security;

namespace PartyCms.Kernel.Content.Scheduling;

/// <summary>
/// Publishes and takes down what is due, in the order of the times. Each item is claimed, done and committed on its own:
/// one that fails is told to its author and tried again later, and keeps up none of the others.
/// </summary>
internal sealed partial class RunDueSchedules(
    CmsDbContext db, IServiceScopeFactory scopes, TimeProvider clock, ILogger<RunDueSchedules> logger) : IScheduledJob
{
    private const int BatchSize = 50;

    private static readonly TimeSpan Look = TimeSpan.FromMinutes(1);

    private static readonly TimeSpan Claim = TimeSpan.FromMinutes(2);

    private DateTimeOffset? _next;

    public string Name => "content.schedules";

    public string DisplayName => "定时发布和定时下线";

    // The items are claimed one by one, so that a node that dies need not hold up the others for long.
    public TimeSpan Lease => Claim;

    public DateTimeOffset NextRun(DateTimeOffset finished)
    {
        var look = finished + Look;
        return _next is { } next && next < look ? next : look;
    }

    public async Task RunAsync(CancellationToken cancellationToken)
    {
        var seen = new HashSet<(string, ScheduledAct)>();
        while (true)
        {
            var now = clock.GetUtcNow();
            var due = await db.Set<ContentSchedule>().AsNoTracking().Where(row => row.NotBeforeUtc <= now)
                .OrderBy(row => row.DueUtc).ThenBy(row => row.ContentItemId).Take(BatchSize).ToListAsync(cancellationToken);
            var fresh = due.Where(row => seen.Add((row.ContentItemId, row.Act))).ToList();
            if (fresh.Count == 0)
            {
                break;
            }

            foreach (var row in fresh)
            {
                await RunAsync(row, cancellationToken);
            }
        }

        _next = await db.Set<ContentSchedule>().MinAsync(row => (DateTimeOffset?)row.NotBeforeUtc, cancellationToken);
    }

    private async Task RunAsync(ContentSchedule row, CancellationToken cancellationToken)
    {
        var claimed = await Rows(db, row).Where(found => found.NotBeforeUtc == row.NotBeforeUtc)
            .ExecuteUpdateAsync(set => set.SetProperty(found => found.NotBeforeUtc, clock.GetUtcNow() + Claim), cancellationToken);
        if (claimed == 0)
        {
            return;
        }

        string? error;
        try
        {
            await using var scope = scopes.CreateAsyncScope();
            scope.ServiceProvider.GetRequiredService<Caller>().ActAsSystem(row.SetBy);
            var outcome = await scope.ServiceProvider.GetRequiredService<ContentStore>().RunScheduledAsync(row, cancellationToken);
            error = outcome.Verdict switch
            {
                ContentVerdict.Done => null,
                ContentVerdict.Invalid => string.Join(" ", outcome.Problems.Select(problem => problem.Message)),
                ContentVerdict.Conflict => "到点时正好有人在保存这条内容。",
                ContentVerdict.NotFound or ContentVerdict.NotPossible => "到点时这条内容已经不能这样处理。",
            };
        }
#pragma warning disable CA1031 // Whatever goes wrong with one item is kept with it and keeps up no other.
        catch (Exception exception) when (exception is not OperationCanceledException)
#pragma warning restore CA1031
        {
            LogFailed(exception, row.ContentItemId, row.Act);
            error = "系统出错，稍后会再试。";
        }

        if (error is not null)
        {
            await FailAsync(row, error, cancellationToken);
        }
    }

    private async Task FailAsync(ContentSchedule row, string error, CancellationToken cancellationToken)
    {
        var text = error.Length > ContentScheduleConfiguration.ErrorLength ? error[..ContentScheduleConfiguration.ErrorLength] : error;
        var again = clock.GetUtcNow() + Backoff.After(row.Failures + 3);
        var noted = await Rows(db, row).ExecuteUpdateAsync(
            set => set.SetProperty(found => found.NotBeforeUtc, again)
                .SetProperty(found => found.Failures, row.Failures + 1).SetProperty(found => found.LastError, text),
            cancellationToken);
        if (noted == 1 && row.LastError != text)
        {
            await using var scope = scopes.CreateAsyncScope();
            scope.ServiceProvider.GetRequiredService<Caller>().ActAsSystem(row.SetBy);
            scope.ServiceProvider.GetRequiredService<AuditLog>().Add("content.schedule-failed", row.ContentItemId, text);
            await scope.ServiceProvider.GetRequiredService<CmsDbContext>().SaveChangesAsync(cancellationToken);
        }
    }

    private static IQueryable<ContentSchedule> Rows(CmsDbContext db, ContentSchedule row) =>
        db.Set<ContentSchedule>().Where(found =>
            found.ContentItemId == row.ContentItemId && found.Act == row.Act && found.DueUtc == row.DueUtc);

    [LoggerMessage(221, LogLevel.Error, "Scheduled act {Act} failed for content item {ContentItemId}; it is tried again")]
    private partial void LogFailed(Exception exception, string contentItemId, ScheduledAct act);
}
