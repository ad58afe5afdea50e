using Microsoft.Extensions.DependencyInjection;
using PartyCms.Kernel.Data;
using PartyCms.Kernel.Jobs;
using PartyCms.Kernel.Outbox;

namespace PartyCms.IntegrationTests.Background;

public sealed class OutboxTests(BackgroundSite site) : IClassFixture<BackgroundSite>
{
    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Fact]
    public async Task An_event_is_delivered_once()
    {
        await RingAsync("once");

        await DeliverAsync();
        await DeliverAsync();

        Assert.Equal(1, site.Log.CountOf("once"));
    }

    [Fact]
    public async Task An_event_of_an_act_that_was_undone_is_never_delivered()
    {
        await using (var scope = site.Services.CreateAsyncScope())
        {
            var db = scope.ServiceProvider.GetRequiredService<CmsDbContext>();
            await using var transaction = await db.Database.BeginTransactionAsync(Cancel);
            scope.ServiceProvider.GetRequiredService<OutboxWriter>().Add(new BellRang("undone"));
            await db.SaveChangesAsync(Cancel);
        }

        await DeliverAsync();

        Assert.Equal(0, site.Log.CountOf("undone"));
    }

    [Fact]
    public async Task A_failed_delivery_is_tried_again_after_a_pause()
    {
        await RingAsync("again");
        site.Log.Failures.Enqueue(new InvalidOperationException("钟坏了"));

        await DeliverAsync();
        await DeliverAsync();
        var heardAtOnce = site.Log.CountOf("again");
        var error = await site.WithAsync((CmsDbContext db) => db.Set<OutboxMessage>()
            .Where(message => message.EventType == nameof(BellRang) && message.Payload.Contains("again"))
            .Select(message => message.LastError).SingleAsync(Cancel));
        site.Clock.Advance(TimeSpan.FromSeconds(11));
        await DeliverAsync();

        Assert.Equal((0, "钟坏了", 1), (heardAtOnce, error, site.Log.CountOf("again")));
    }

    [Fact]
    public async Task An_event_survives_a_crash_in_the_middle_of_its_delivery()
    {
        await RingAsync("crash");

        await CrashAtAsync("crash");
        await DeliverAsync();
        var heardWhileLeased = site.Log.CountOf("crash");
        site.Clock.Advance(TimeSpan.FromMinutes(3));
        await DeliverAsync();

        Assert.Equal((0, 1), (heardWhileLeased, site.Log.CountOf("crash")));
    }

    [Fact]
    public async Task What_was_delivered_before_a_crash_is_not_delivered_again()
    {
        await RingAsync("before");
        await RingAsync("at");

        await CrashAtAsync("at");
        site.Clock.Advance(TimeSpan.FromMinutes(3));
        await DeliverAsync();

        Assert.Equal((1, 1), (site.Log.CountOf("before"), site.Log.CountOf("at")));
    }

    [Fact]
    public async Task What_a_slow_subscriber_leaves_no_time_for_waits_until_nobody_holds_it()
    {
        await RingAsync("slow");
        await RingAsync("behind");
        site.Log.Meanwhile["slow"] = () => site.Clock.Advance(TimeSpan.FromSeconds(90));

        await DeliverAsync();
        await DeliverAsync();
        var heardWhileLeased = site.Log.CountOf("behind");
        site.Clock.Advance(TimeSpan.FromMinutes(1));
        await DeliverAsync();

        Assert.Equal((0, 1, 1), (heardWhileLeased, site.Log.CountOf("slow"), site.Log.CountOf("behind")));
    }

    [Fact]
    public async Task A_subscriber_that_gives_up_waiting_does_not_hold_up_those_behind_it()
    {
        await RingAsync("impatient");
        await RingAsync("patient");
        site.Log.Failures.Enqueue(new TaskCanceledException("The other side did not answer in time."));

        await DeliverAsync();

        Assert.Equal((0, 1), (site.Log.CountOf("impatient"), site.Log.CountOf("patient")));
    }

    [Fact]
    public async Task Two_nodes_share_the_work_and_deliver_nothing_twice()
    {
        var places = Enumerable.Range(0, 20).Select(number => $"tower-{number}").ToList();
        foreach (var place in places)
        {
            await RingAsync(place);
        }

        await Task.WhenAll(Task.Run(DeliverAsync, Cancel), Task.Run(DeliverAsync, Cancel));
        await DeliverAsync();

        Assert.Equal(places.Select(_ => 1), places.Select(site.Log.CountOf));
    }

    [Fact]
    public async Task Messages_delivered_more_than_a_week_ago_are_deleted()
    {
        var now = site.Clock.GetUtcNow();
        await site.WithAsync(async (CmsDbContext db) =>
        {
            db.AddRange(Message("old", now.AddDays(-8)), Message("recent", now.AddDays(-6)), Message("waiting", null));
            return await db.SaveChangesAsync(Cancel);
        });

        await using (var scope = site.Services.CreateAsyncScope())
        {
            await scope.ServiceProvider.GetServices<IScheduledJob>()
                .Single(job => job.Name == "outbox.delete-delivered").RunAsync(Cancel);
        }

        var left = await site.WithAsync((CmsDbContext db) => db.Set<OutboxMessage>()
            .Where(message => message.EventType == "Cleaned").OrderBy(message => message.Id)
            .Select(message => message.Subscriber).ToListAsync(Cancel));
        Assert.Equal(["recent", "waiting"], left);

        OutboxMessage Message(string name, DateTimeOffset? done) => new()
        {
            EventType = "Cleaned",
            Subscriber = name,
            Payload = "{}",
            CreatedUtc = now.AddDays(-9),
            NotBeforeUtc = now.AddDays(300),
            DoneUtc = done,
        };
    }

    [Fact]
    public async Task A_subscriber_that_gave_up_waiting_does_not_end_the_deliveries()
    {
        var dispatcher = site.Services.GetRequiredService<OutboxDispatcher>();
        site.Log.Failures.Enqueue(new TaskCanceledException("The other side did not answer in time."));
        await RingAsync("unanswered");

        await dispatcher.StartAsync(Cancel);
        await UntilAsync(() => site.Log.Failures.Count == 0);
        await RingAsync("next");
        site.Services.GetRequiredService<IServiceScopeFactory>().CreateScope().ServiceProvider.GetRequiredService<OutboxWriter>().Wake();
        await UntilAsync(() => site.Log.CountOf("next") == 1);
        await dispatcher.StopAsync(Cancel);

        Assert.Equal(1, site.Log.CountOf("next"));
    }

    private async Task CrashAtAsync(string where)
    {
        using var stop = new CancellationTokenSource();
        site.Log.Meanwhile[where] = stop.Cancel;
        await site.WithAsync(async (OutboxDispatcher dispatcher) =>
            await Assert.ThrowsAnyAsync<OperationCanceledException>(() => dispatcher.DeliverDueAsync(stop.Token)));
    }

    private static async Task UntilAsync(Func<bool> isSo)
    {
        for (var attempt = 0; attempt < 100 && !isSo(); attempt++)
        {
            await Task.Delay(100, Cancel);
        }
    }

    private Task<int> RingAsync(string where) => site.WithAsync(async (IServiceProvider services) =>
    {
        services.GetRequiredService<OutboxWriter>().Add(new BellRang(where));
        return await services.GetRequiredService<CmsDbContext>().SaveChangesAsync(Cancel);
    });

    private Task<int> DeliverAsync() => site.WithAsync((OutboxDispatcher dispatcher) => dispatcher.DeliverDueAsync(Cancel));
}
