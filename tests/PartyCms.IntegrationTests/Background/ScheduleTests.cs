using System.Globalization;
using System.Net;
using PartyCms.IntegrationTests.Contents;
using PartyCms.Kernel.Audit;
using PartyCms.Kernel.Content;
using PartyCms.Kernel.Content.Scheduling;
using PartyCms.Kernel.Data;
using PartyCms.Kernel.Jobs;
using PartyCms.Kernel.Time;
using static PartyCms.IntegrationTests.Contents.ContentDeskSteps;

namespace PartyCms.IntegrationTests.Background;

public sealed class ScheduleTests(QuietSite site) : IClassFixture<QuietSite>
{
    private const string Job = "content.schedules";

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_draft_is_published_at_its_time_and_not_before()
    {
        using var secretary = await site.SignInAsync("secretary");
        using var reader = site.CreateVisitor();
        var id = await ScheduleAsync(secretary, "定时开会", minutes: 30);

        await RunAsync();
        var early = await StateAsync(id);
        site.Clock.Advance(TimeSpan.FromMinutes(31));
        await RunAsync();

        Assert.Equal((ContentState.Draft, ContentState.Published), (early, await StateAsync(id)));
        var live = (await FindAsync(id))!;
        Assert.Equal(("secretary", null), (live.Author, live.Parts.Text(ScheduleDates.Publish)));
        Assert.Empty(await RowsAsync(id));
    }

    [Fact]
    public async Task What_fired_is_recorded_with_both_times_and_on_whose_behalf()
    {
        using var secretary = await site.SignInAsync("secretary");
        var id = await ScheduleAsync(secretary, "留下记录", minutes: 30);
        var due = (await RowsAsync(id))[0].DueUtc;
        site.Clock.Advance(TimeSpan.FromMinutes(45));

        await RunAsync();

        var fired = Assert.Single(await EventsAsync(id, "content.schedule-fired"));
        Assert.Equal((null, "system", "secretary"), (fired.ActorId, fired.ActorName, fired.OnBehalfOf));
        Assert.Contains(await MinuteAsync(due), fired.Detail, StringComparison.Ordinal);
        Assert.Contains("实际 ", fired.Detail, StringComparison.Ordinal);
        Assert.Contains("系统（代 secretary）", await secretary.GetStringAsync("/admin/content/history/" + id, Cancel), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_public_item_is_taken_down_at_its_time_and_says_so()
    {
        using var secretary = await site.SignInAsync("secretary");
        using var reader = site.CreateVisitor();
        var typed = Typed("下周就过期", "<p>周日截止。</p>", "expires");
        typed["PublishAt"] = "";
        typed["ArchiveAt"] = await LocalAsync(30);
        using var published = await secretary.PressAsync(NewItem, "publish", typed);

        using var before = await reader.GetAsync("/news/expires", Cancel);
        site.Clock.Advance(TimeSpan.FromMinutes(31));
        await RunAsync();
        using var after = await reader.GetAsync("/news/expires", Cancel);

        Assert.Equal((HttpStatusCode.OK, HttpStatusCode.Gone), (before.StatusCode, after.StatusCode));
        Assert.Contains("已到预定的下线时间", await after.Content.ReadAsStringAsync(Cancel), StringComparison.Ordinal);
    }

    [Fact]
    public async Task One_that_fails_keeps_up_no_other_is_told_to_its_author_and_tried_again()
    {
        using var secretary = await site.SignInAsync("secretary");
        var broken = await ScheduleAsync(secretary, "会出错的", minutes: 20);
        var sound = await ScheduleAsync(secretary, "好好的", minutes: 30);
        await ChangeAsync(broken, item => item.DisplayText = "");
        await ChangeAsync(broken, item => item.Parts.Set(ContentParts.Title, null));
        site.Clock.Advance(TimeSpan.FromMinutes(31));

        await RunAsync();
        await RunAsync();

        Assert.Equal((ContentState.Draft, ContentState.Published), (await StateAsync(broken), await StateAsync(sound)));
        Assert.Equal((1, "请填写标题。"), ((await RowsAsync(broken))[0].Failures, (await RowsAsync(broken))[0].LastError));
        Assert.Single(await EventsAsync(broken, "content.schedule-failed"));
        Assert.Contains("没有办成：请填写标题。", await secretary.GetStringAsync(Edit(broken), Cancel), StringComparison.Ordinal);

        await ChangeAsync(broken, item => item.Parts.Set(ContentParts.Title, "补上了标题"));
        site.Clock.Advance(TimeSpan.FromMinutes(2));
        await RunAsync();

        Assert.Equal(ContentState.Published, await StateAsync(broken));
    }

    [Fact]
    public async Task What_is_due_together_happens_in_the_order_of_the_times()
    {
        using var secretary = await site.SignInAsync("secretary");
        var third = await ScheduleAsync(secretary, "第三件", minutes: 30);
        var first = await ScheduleAsync(secretary, "第一件", minutes: 10);
        var second = await ScheduleAsync(secretary, "第二件", minutes: 20);
        site.Clock.Advance(TimeSpan.FromMinutes(31));

        await RunAsync();

        var fired = new List<long>();
        foreach (var id in new[] { first, second, third })
        {
            fired.Add(Assert.Single(await EventsAsync(id, "content.schedule-fired")).Id);
        }

        Assert.Equal(fired.Order(), fired);
    }

    [Fact]
    public async Task Two_nodes_at_once_do_each_thing_exactly_once()
    {
        using var secretary = await site.SignInAsync("secretary");
        var ids = new List<string>();
        for (var i = 0; i < 8; i++)
        {
            ids.Add(await ScheduleAsync(secretary, "两台机器 " + i.ToString(CultureInfo.InvariantCulture), minutes: 30));
        }

        site.Clock.Advance(TimeSpan.FromMinutes(31));
        await Task.WhenAll(
            Task.Run(() => site.RunAsync(Job, node: 0), Cancel), Task.Run(() => site.RunAsync(Job, node: 1), Cancel),
            Task.Run(() => site.RunAsync(Job, node: 1), Cancel));

        foreach (var id in ids)
        {
            Assert.Equal(ContentState.Published, await StateAsync(id));
            Assert.Single(await EventsAsync(id, "content.schedule-fired"));
            Assert.Single(await EventsAsync(id, "content.published"));
        }
    }

    [Fact]
    public async Task The_runner_wakes_at_the_next_time_and_within_a_minute_at_the_latest()
    {
        using var secretary = await site.SignInAsync("secretary");
        await site.WithAsync((JobRunner runner) => runner.RunDueAsync(Cancel));
        site.Clock.Advance(TimeSpan.FromMinutes(2));
        await ScheduleAsync(secretary, "整点的", minutes: 2);

        await site.WithAsync((JobRunner runner) => runner.RunDueAsync(Cancel));

        var next = await site.WithAsync((CmsDbContext db) =>
            db.Set<JobState>().Where(state => state.Name == Job).Select(state => state.NextRunUtc).SingleAsync(Cancel));
        Assert.InRange(next, site.Clock.GetUtcNow(), site.Clock.GetUtcNow().AddMinutes(1));
    }

    [Fact]
    public async Task A_schedule_is_listed_and_can_be_called_off()
    {
        using var secretary = await site.SignInAsync("secretary");
        var id = await ScheduleAsync(secretary, "先不发了", minutes: 30);

        var desk = await secretary.GetStringAsync("/admin", Cancel);
        using var cancelled = await CmsFactory.PostFormAsync(
            secretary, "/admin/content/scheduled", new() { ["id"] = id, ["act"] = "Publish" });
        site.Clock.Advance(TimeSpan.FromMinutes(31));
        await RunAsync();

        Assert.Contains("先不发了", desk, StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.Redirect, cancelled.StatusCode);
        Assert.Equal(ContentState.Draft, await StateAsync(id));
        Assert.Single(await EventsAsync(id, "content.schedule-cancelled"));
    }

    [Fact]
    public async Task Nobody_sees_or_calls_off_what_another_branch_scheduled()
    {
        using var secretary = await site.SignInAsync("secretary");
        using var foreigner = await site.SignInAsync("secretary2");
        var id = await ScheduleAsync(secretary, "别家定时的", minutes: 30);

        var list = await foreigner.GetStringAsync("/admin/content/scheduled", Cancel);
        using var cancelled = await CmsFactory.PostFormAsync(
            foreigner, NewItem, new() { ["id"] = id, ["act"] = "Publish" }, "/admin/content/scheduled");

        Assert.DoesNotContain("别家定时的", list, StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.NotFound, cancelled.StatusCode);
        Assert.Single(await RowsAsync(id));
    }

    [Theory]
    [InlineData("2020-01-01T08:00", "", "这个时间已经过去")]
    [InlineData("0001-01-01T00:00", "", "“定时发布”这个时间已经过去")]
    [InlineData("明天上午", "", "“定时发布”请填写日期和时间")]
    [InlineData("", "0001-01-01T00:00", "“定时下线”这个时间已经过去")]
    [InlineData("2030-05-02T08:00", "2030-05-01T08:00", "下线时间应在发布时间以后")]
    public async Task A_time_that_cannot_be_is_told_and_nothing_is_published(string publishAt, string archiveAt, string message)
    {
        using var secretary = await site.SignInAsync("secretary");
        var typed = Typed("错的时间", "<p>正文。</p>");
        typed["PublishAt"] = publishAt;
        typed["ArchiveAt"] = archiveAt;

        using var answer = await secretary.PressAsync(NewItem, "publish", typed);

        Assert.Equal(HttpStatusCode.UnprocessableEntity, answer.StatusCode);
        Assert.Contains(message, await answer.Content.ReadAsStringAsync(Cancel), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_scheduled_edition_of_something_public_brings_its_note_with_the_day_it_went_out()
    {
        using var secretary = await site.SignInAsync("secretary");
        using var reader = site.CreateVisitor();
        var id = await secretary.PublishAsync("先发后改", "scheduled-note");
        var typed = Typed("先发后改", "<p>改过的正文。</p>", "scheduled-note");
        typed["PublishAt"] = await LocalAsync(24 * 60);
        typed["Fields[ChangeNotePart.Kind.Text]"] = "major";
        typed["Fields[ChangeNotePart.Note.Text]"] = "";
        using var refused = await secretary.PressAsync(Edit(id), "publish", new(typed));
        typed["Fields[ChangeNotePart.Note.Text]"] = "第二天才生效。";
        using var scheduled = await secretary.PressAsync(Edit(id), "publish", new(typed));
        var before = await reader.GetStringAsync("/news/scheduled-note", Cancel);
        site.Clock.Advance(TimeSpan.FromHours(24));

        await RunAsync();

        Assert.Equal((HttpStatusCode.UnprocessableEntity, HttpStatusCode.Redirect), (refused.StatusCode, scheduled.StatusCode));
        Assert.DoesNotContain("第二天才生效", before, StringComparison.Ordinal);
        var note = Assert.Single(ChangeNotes.Read((await FindAsync(id))!.Parts));
        Assert.Equal("第二天才生效。", note.Text);
        Assert.InRange(note.At, site.Clock.GetUtcNow().AddMinutes(-1), site.Clock.GetUtcNow());
    }

    [Fact]
    public async Task An_autosave_neither_sets_nor_clears_a_time()
    {
        using var secretary = await site.SignInAsync("secretary");
        var id = await ScheduleAsync(secretary, "接着改", minutes: 30);
        var typed = Typed("接着改", "<p>又改了一句。</p>");
        typed["PublishAt"] = await LocalAsync(600);

        using var kept = await secretary.PressAsync(Edit(id), "autosave", new(typed));
        var fresh = Typed("没定过时", "<p>正文。</p>");
        fresh["PublishAt"] = await LocalAsync(600);
        fresh["NewId"] = await secretary.HiddenAsync(NewItem, "NewId");
        using var unscheduled = await secretary.PressAsync(NewItem, "autosave", new(fresh));

        Assert.InRange(Assert.Single(await RowsAsync(id)).DueUtc, site.Clock.GetUtcNow(), site.Clock.GetUtcNow().AddMinutes(31));
        Assert.Empty(await RowsAsync(fresh["NewId"]));
    }

    private Task<bool> RunAsync() => site.RunAsync(Job);

    private async Task<string> ScheduleAsync(HttpClient client, string title, int minutes)
    {
        var typed = Typed(title, "<p>到点见。</p>");
        typed["NewId"] = await client.HiddenAsync(NewItem, "NewId");
        typed["PublishAt"] = await LocalAsync(minutes);
        typed["ArchiveAt"] = "";
        using var answer = await client.PressAsync(NewItem, "publish", new(typed));
        Assert.Equal(HttpStatusCode.Redirect, answer.StatusCode);
        return typed["NewId"];
    }

    private Task<string> LocalAsync(int minutes) => site.WithAsync((SiteTime time) => Task.FromResult(
        time.ToLocal(time.Now.AddMinutes(minutes)).ToString("yyyy-MM-dd'T'HH:mm", CultureInfo.InvariantCulture)));

    private Task<string> MinuteAsync(DateTimeOffset instant) =>
        site.WithAsync((SiteTime time) => Task.FromResult(time.FormatMinute(instant)));

    private Task<ContentItem?> FindAsync(string id) => site.WithAsync((ContentStore store) => store.FindLatestAsync(id, Cancel));

    private Task<ContentState> StateAsync(string id) => site.WithAsync(async (ContentStore store) =>
        await store.GetStateAsync((await store.FindLatestAsync(id, Cancel))!, Cancel));

    private Task<List<ContentSchedule>> RowsAsync(string id) => site.WithAsync((CmsDbContext db) =>
        db.Set<ContentSchedule>().Where(row => row.ContentItemId == id).ToListAsync(Cancel));

    private Task<List<AuditEvent>> EventsAsync(string id, string kind) => site.WithAsync((CmsDbContext db) =>
        db.Set<AuditEvent>().Where(entry => entry.SubjectId == id && entry.Kind == kind).ToListAsync(Cancel));

    private Task<int> ChangeAsync(string id, Action<ContentItem> change) => site.WithAsync(async (CmsDbContext db) =>
    {
        var item = await db.Set<ContentItem>().SingleAsync(row => row.ContentItemId == id && row.Latest, Cancel);
        change(item);
        item.Store();
        return await db.SaveChangesAsync(Cancel);
    });
}
