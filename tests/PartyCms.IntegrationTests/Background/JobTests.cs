using PartyCms.Kernel.Data;
using PartyCms.Kernel.Jobs;

namespace PartyCms.IntegrationTests.Background;

public sealed class JobTests(BackgroundSite site) : IClassFixture<BackgroundSite>
{
    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    private int Runs => site.Log.CountOf(BellJob.JobName);

    [Fact]
    public async Task A_job_runs_when_it_is_due_and_not_before()
    {
        await SettleAsync();
        var before = Runs;

        await RunAsync();
        var early = Runs;
        site.Clock.Advance(TimeSpan.FromMinutes(61));
        await RunAsync();
        await RunAsync();

        Assert.Equal((before, before + 1), (early, Runs));
    }

    [Fact]
    public async Task A_job_that_failed_runs_again_after_a_pause_and_keeps_what_went_wrong()
    {
        await SettleAsync();
        var before = Runs;
        site.Clock.Advance(TimeSpan.FromMinutes(61));
        site.Log.Failures.Enqueue(new InvalidOperationException("绳子断了"));

        await RunAsync();
        var failed = await StateAsync();
        site.Clock.Advance(TimeSpan.FromSeconds(11));
        await RunAsync();
        var mended = await StateAsync();

        Assert.Equal((1, "绳子断了"), (failed.Failures, failed.LastError));
        Assert.Equal((0, null, before + 1), (mended.Failures, mended.LastError, Runs));
    }

    [Fact]
    public async Task A_job_whose_node_died_runs_again_when_the_lease_ends()
    {
        await SettleAsync();
        var before = Runs;
        site.Clock.Advance(TimeSpan.FromMinutes(61));
        site.Log.Failures.Enqueue(new OperationCanceledException());

        await Assert.ThrowsAsync<OperationCanceledException>(RunAsync);
        var isLeased = (await StateAsync()).IsRunningAt(site.Clock.GetUtcNow());
        await RunAsync();
        var whileLeased = Runs;
        site.Clock.Advance(TimeSpan.FromMinutes(31));
        await RunAsync();

        Assert.Equal((true, before, before + 1), (isLeased, whileLeased, Runs));
    }

    [Fact]
    public async Task Two_nodes_do_not_run_a_job_twice()
    {
        await SettleAsync();
        var before = Runs;
        site.Clock.Advance(TimeSpan.FromMinutes(61));

        await Task.WhenAll(Task.Run(RunAsync, Cancel), Task.Run(RunAsync, Cancel));

        Assert.Equal(before + 1, Runs);
    }

    // The first look only notes the job; afterwards it is due at once or later.
    private async Task SettleAsync()
    {
        await RunAsync();
        site.Clock.Advance(TimeSpan.FromMinutes(61));
        await RunAsync();
    }

    private Task<int> RunAsync() => site.WithAsync((JobRunner runner) => runner.RunDueAsync(Cancel));

    private Task<JobState> StateAsync() => site.WithAsync((CmsDbContext db) =>
        db.Set<JobState>().AsNoTracking().SingleAsync(state => state.Name == BellJob.JobName, Cancel));
}
