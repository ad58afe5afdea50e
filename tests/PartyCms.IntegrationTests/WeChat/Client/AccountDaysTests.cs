using Microsoft.Extensions.DependencyInjection;
using PartyCms.Kernel.Data;
using PartyCms.Kernel.Jobs;
using PartyCms.Kernel.Time;
using PartyCms.WeChat.Client.Capabilities;
using PartyCms.WeChat.Client.Drafts;
using PartyCms.WeChat.Client.Mass;
using PartyCms.WeChat.Client.Materials;
using PartyCms.WeChat.Console.AccountDays;
using PartyCms.WeChat.Simulator.Figures;

namespace PartyCms.IntegrationTests.WeChat.Client;

// The clocks of the site and of WeChat stand at noon of 16 September 2026 in Shanghai.
public sealed class AccountDaysTests : IAsyncLifetime
{
    private const string Page = "/admin/wechat/followers";

    private static readonly DateOnly Yesterday = new(2026, 9, 15);

    private readonly SimulatedSite _site = new() { SharesClock = true };

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    private FigureBook Book => _site.WeChat.World.Figures;

    public async ValueTask InitializeAsync()
    {
        await _site.InitializeAsync();
        for (var back = 0; back < 40; back++)
        {
            Book.Count(Yesterday.AddDays(-back), new CountedDay(2, 1, 500 - back));
        }
    }

    public ValueTask DisposeAsync() => _site.DisposeAsync();

    [Fact]
    public async Task The_last_month_is_fetched_in_spans_that_WeChat_answers()
    {
        await FetchAsync();

        var days = await ReadAsync<AccountDay>();
        Assert.Equal((30, Yesterday.AddDays(-29), Yesterday), (days.Count, days.Min(day => day.Day), days.Max(day => day.Day)));
        Assert.All(days, day => Assert.Equal((2, 1, 500 - (Yesterday.DayNumber - day.Day.DayNumber)), (day.Joined, day.Left, day.Total)));
        Assert.All(_site.WeChat.Requests.All.Where(IsFigure), request => Assert.Equal(0, request.Code));
    }

    [Fact]
    public async Task The_next_morning_asks_for_the_new_day_only()
    {
        await FetchAsync();
        Book.Count(Yesterday.AddDays(1), new CountedDay(9, 0, 509));
        var before = _site.WeChat.Requests.Of("/datacube/getusersummary").Count;

        _site.Clock.Advance(TimeSpan.FromDays(1));
        await FetchAsync();

        Assert.Equal(before + 1, _site.WeChat.Requests.Of("/datacube/getusersummary").Count);
        Assert.Contains(await ReadAsync<AccountDay>(), day => (day.Day, day.Joined, day.Total) == (Yesterday.AddDays(1), 9, 509));
    }

    [Fact]
    public async Task An_article_is_counted_anew_as_long_as_WeChat_counts_it()
    {
        await SendToAllAsync("群发的一篇");
        Book.Count("群发的一篇", new CountedArticle(12, 15, 1));
        _site.Clock.Advance(TimeSpan.FromDays(1));
        await FetchAsync();
        var first = Assert.Single(await ReadAsync<ArticleReach>());

        Book.Count("群发的一篇", new CountedArticle(40, 66, 5));
        _site.Clock.Advance(TimeSpan.FromDays(1));
        await FetchAsync();

        var again = Assert.Single(await ReadAsync<ArticleReach>());
        Assert.Equal((12, 15, 1), (first.Readers, first.Reads, first.Sharers));
        Assert.Equal((40, 66, 5), (again.Readers, again.Reads, again.Sharers));
    }

    [Fact]
    public async Task The_page_shows_what_was_fetched_and_asks_WeChat_nothing()
    {
        await FetchAsync();
        using var admin = await _site.SignInAsync("admin");
        var before = _site.WeChat.Requests.All.Count;

        var page = await admin.GetStringAsync(Page, Cancel);

        Assert.Contains("近 7 天新关注</dt><dd>14<", page, StringComparison.Ordinal);
        Assert.Contains("近 30 天取消</dt><dd>30<", page, StringComparison.Ordinal);
        Assert.Equal(before, _site.WeChat.Requests.All.Count);
    }

    [Fact]
    public async Task Before_the_first_morning_the_page_says_when_there_will_be_figures()
    {
        using var admin = await _site.SignInAsync("admin");

        Assert.Contains("网站 8 点 40 分去取一次", await admin.GetStringAsync(Page, Cancel), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_secretary_does_not_see_the_whole_account()
    {
        await FetchAsync();
        using var secretary = await _site.SignInAsync("secretary");

        Assert.DoesNotContain("微信的统计", await secretary.GetStringAsync(Page, Cancel), StringComparison.Ordinal);
    }

    [Fact]
    public async Task An_account_that_may_not_is_told_so_and_the_morning_ends_well()
    {
        _site.WeChat.World.Account.Deny("/datacube");
        using var admin = await _site.SignInAsync("admin");

        await RunJobAsync();

        Assert.False(await WithServicesAsync(services => services.GetRequiredService<CapabilityRecord>().HasAsync(Capability.Figures, Cancel)));
        Assert.Contains("没有“数据统计”接口的权限", await admin.GetStringAsync(Page, Cancel), StringComparison.Ordinal);
    }

    [Fact]
    public async Task What_WeChat_does_not_tell_is_asked_for_again()
    {
        _site.WeChat.Faults.Refuse("/datacube/getusercumulate", 45009, "reach max api daily quota limit");

        await Assert.ThrowsAsync<InvalidOperationException>(RunJobAsync);
        await RunJobAsync();

        Assert.Equal(30, (await ReadAsync<AccountDay>()).Count);
    }

    [Fact]
    public async Task The_morning_begins_after_WeChat_is_ready() => Assert.Equal(
        new TimeOnly(8, 40),
        await WithServicesAsync(services => Task.FromResult(TimeOnly.FromDateTime(
            services.GetRequiredService<SiteTime>().ToLocal(JobOf(services).NextRun(_site.Clock.GetUtcNow())).DateTime))));

    private static bool IsFigure(PartyCms.WeChat.Simulator.Wire.LoggedRequest request) =>
        request.Path.StartsWith("/datacube/", StringComparison.Ordinal);

    private static IScheduledJob JobOf(IServiceProvider services) =>
        services.GetServices<IScheduledJob>().Single(job => job.Name == "wechat.fetch-figures");

    private Task RunJobAsync() => WithServicesAsync(async services =>
    {
        await JobOf(services).RunAsync(Cancel);
        return true;
    });

    private async Task FetchAsync() =>
        Assert.Null(await WithServicesAsync(services => services.GetRequiredService<FetchAccountDays>().RunAsync(Cancel)));

    private Task<List<T>> ReadAsync<T>()
        where T : class =>
        WithServicesAsync(services => services.GetRequiredService<CmsDbContext>().Set<T>().AsNoTracking().ToListAsync(Cancel));

    private async Task SendToAllAsync(string title)
    {
        var cover = await _site.Get<MaterialClient>().AddImageAsync(SimulatedCallTests.Picture, Cancel);
        var draft = await _site.Get<DraftClient>()
            .AddAsync([new DraftArticle { Title = title, Content = "<p>正文</p>", ThumbMediaId = cover.Value!.MediaId }], Cancel);
        var sent = await _site.Get<MassClient>().SendDraftAsync(draft.Value!.MediaId, tagId: null, "pc-figures-1", ignoreReprint: false, Cancel);
        Assert.True(sent.IsOk, sent.ToString());
    }

    private async Task<T> WithServicesAsync<T>(Func<IServiceProvider, Task<T>> act)
    {
        await using var scope = _site.CreateScope();
        return await act(scope.ServiceProvider);
    }
}
