using System.Net;
using Microsoft.Extensions.DependencyInjection;
using PartyCms.Kernel.Data;
using PartyCms.Kernel.Jobs;
using PartyCms.Kernel.Outbox;

namespace PartyCms.IntegrationTests.Operations;

public sealed class OperationsPagesTests(CmsFactory site) : IClassFixture<CmsFactory>
{
    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    public static TheoryData<string> Pages =>
        ["/admin/operations/jobs", "/admin/operations/outbox", "/admin/operations/audit", "/admin/operations/settings"];

    [Theory]
    [MemberData(nameof(Pages))]
    public async Task An_administrator_sees_how_the_site_runs(string page)
    {
        using var administrator = await site.SignInAsync("admin");

        using var answer = await administrator.GetAsync(page, Cancel);

        Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
    }

    [Theory]
    [MemberData(nameof(Pages))]
    public async Task A_secretary_does_not(string page)
    {
        using var secretary = await site.SignInAsync("secretary");

        using var answer = await secretary.GetAsync(page, Cancel);

        Assert.NotEqual(HttpStatusCode.OK, answer.StatusCode);
    }

    [Fact]
    public async Task A_new_name_of_the_site_shows_at_once_on_pages_that_were_cached()
    {
        using var administrator = await site.SignInAsync("admin");
        using var visitor = site.CreateVisitor();
        await visitor.GetStringAsync("/", Cancel);

        using var answer = await CmsFactory.PostFormAsync(
            administrator, "/admin/operations/settings", new() { ["SiteName"] = "改名后的支部", ["BoardScope"] = "Branch" });

        Assert.Equal(HttpStatusCode.Redirect, answer.StatusCode);
        Assert.Contains("改名后的支部", await visitor.GetStringAsync("/", Cancel), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("", "Off")]
    [InlineData("示例支部", "Everybody")]
    public async Task Settings_that_make_no_sense_are_not_saved(string name, string board)
    {
        using var administrator = await site.SignInAsync("admin");

        using var answer = await CmsFactory.PostFormAsync(
            administrator, "/admin/operations/settings", new() { ["SiteName"] = name, ["BoardScope"] = board });

        Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
    }

    [Fact]
    public async Task A_message_that_failed_is_delivered_when_asked_again()
    {
        using var administrator = await site.SignInAsync("admin");
        var message = new OutboxMessage
        {
            EventType = "NobodyListens",
            Subscriber = "Nobody",
            Payload = "{}",
            CreatedUtc = site.Clock.GetUtcNow(),
            NotBeforeUtc = site.Clock.GetUtcNow().AddDays(1),
            LastError = "网络不通",
        };
        await site.WithServicesAsync(services =>
        {
            var db = services.GetRequiredService<CmsDbContext>();
            db.Add(message);
            return db.SaveChangesAsync(Cancel);
        });
        Assert.Contains("网络不通", await administrator.GetStringAsync("/admin/operations/outbox", Cancel), StringComparison.Ordinal);

        using var answer = await CmsFactory.PostFormAsync(
            administrator, "/admin/operations/outbox", [], $"/admin/operations/outbox?handler=Retry&id={message.Id}");

        // The dispatcher may have taken it in the meantime and put it off again, by minutes and not by the day it was waiting.
        var asked = message.CreatedUtc.AddHours(12);
        Assert.True(await site.WithServicesAsync(services => services.GetRequiredService<CmsDbContext>().Set<OutboxMessage>()
            .AnyAsync(row => row.Id == message.Id && row.NotBeforeUtc < asked, Cancel))
            || await IsDoneAsync(message.Id));
    }

    [Fact]
    public async Task A_job_can_be_asked_to_run_now_and_the_asking_is_noted()
    {
        using var administrator = await site.SignInAsync("admin");
        await site.WithServicesAsync(services => services.GetRequiredService<JobRunner>().RunDueAsync(Cancel));

        using var answer = await CmsFactory.PostFormAsync(
            administrator, "/admin/operations/jobs", [], "/admin/operations/jobs?handler=Run&name=outbox.delete-delivered");
        using var unknown = await CmsFactory.PostFormAsync(
            administrator, "/admin/operations/jobs", [], "/admin/operations/jobs?handler=Run&name=no.such.job");

        Assert.Equal((HttpStatusCode.Redirect, HttpStatusCode.NotFound), (answer.StatusCode, unknown.StatusCode));
        Assert.Contains(
            "job.asked-to-run", await administrator.GetStringAsync("/admin/operations/audit?kind=job.", Cancel), StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_audit_is_filtered_by_kind()
    {
        using var administrator = await site.SignInAsync("admin");

        var accounts = await administrator.GetStringAsync("/admin/operations/audit?kind=account.", Cancel);
        var none = await administrator.GetStringAsync("/admin/operations/audit?kind=no-such-kind", Cancel);

        Assert.Contains("account.signed-in", accounts, StringComparison.Ordinal);
        Assert.Contains("没有符合条件的记录", none, StringComparison.Ordinal);
    }

    private Task<bool> IsDoneAsync(long id) => site.WithServicesAsync(services => services.GetRequiredService<CmsDbContext>()
        .Set<OutboxMessage>().AnyAsync(row => row.Id == id && row.DoneUtc != null, Cancel));
}
