using System.Globalization;
using System.Text.Json.Nodes;
using Microsoft.AspNetCore.Mvc.Testing;
using Microsoft.AspNetCore.TestHost;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Microsoft.Extensions.Hosting;
using PartyCms.IntegrationTests.WeChat.Client;
using PartyCms.Kernel.Content;
using PartyCms.Kernel.Data;
using PartyCms.WeChat.Client;
using PartyCms.WeChat.Delivery;
using PartyCms.WeChat.Simulator;

namespace PartyCms.IntegrationTests.WeChat.Delivery;

/// <summary>
/// Two nodes of one site with an account, and the WeChat they both call. Nothing runs by itself, so that a test says what
/// happens when.
/// </summary>
public sealed class DeliverySite : IAsyncLifetime
{
    public const string Origin = "https://dj.example.cn";

    private readonly CmsFactory _factory = new();
    private readonly List<WebApplicationFactory<Program>> _nodes = [];

    public CrashPlan Crashes { get; } = new();

    /// <summary>How long the site waits for WeChat's answer; a slow machine answers late, and that is no silence.</summary>
    public int SecondsOfPatience { get; init; } = 10;

    public SiteClock Clock => _factory.Clock;

    public SimulatorApp WeChat { get; private set; } = null!;

    /// <summary>The first node, for its pages.</summary>
    public WebApplicationFactory<Program> Host => _nodes[0];

    public static CancellationToken Cancel => TestContext.Current.CancellationToken;

    public async ValueTask InitializeAsync()
    {
        await _factory.CopyDemoAsync();
        WeChat = await SimulatorApp.StartAsync(new SimulatorOptions { Clock = new SimulatorClock(Clock), SeedDemo = true });
        _nodes.Add(await StartAsync());
        _nodes.Add(await StartAsync());
    }

    public async ValueTask DisposeAsync()
    {
        foreach (var node in _nodes)
        {
            await node.DisposeAsync();
        }

        await WeChat.DisposeAsync();
        await _factory.DisposeAsync();
    }

    public Task<int> RunNodeAsync(int node) => _nodes[node].Services.GetRequiredService<AdvanceIssues>().RunDueAsync(Cancel);

    public async Task<T> WithServicesAsync<T>(Func<IServiceProvider, Task<T>> act, int node = 0)
    {
        await using var scope = _nodes[node].Services.CreateAsyncScope();
        return await act(scope.ServiceProvider);
    }

    /// <summary>A public article of the platform with one picture of its own.</summary>
    public Task<string> AddArticleAsync(string title) => WithServicesAsync(async services =>
    {
        var db = services.GetRequiredService<CmsDbContext>();
        var (id, version, now) = (ContentIds.New(), ContentIds.New(), Clock.GetUtcNow());
        var item = new ContentItem
        {
            ContentItemId = id,
            ContentItemVersionId = version,
            ContentType = "BranchNews",
            DisplayText = title,
            Latest = true,
            Published = true,
            PublishedUtc = now,
            Path = "news/" + id,
        };
        var parts = new JsonObject();
        parts.Set(ContentParts.Title, title);
        parts.Set(ContentParts.Body, $"<p>{title}的正文，见<a href=\"/guides\">指南</a>。</p><p><img src=\"/media/covers/waves-{id}.svg\" alt=\"图\"></p>");
        item.Store(parts);
        db.Add(item);
        db.Add(new ContentSummary
        {
            ContentItemId = id, ContentItemVersionId = version, ContentType = "BranchNews", Title = title, Path = "news/" + id,
            PublishedUtc = now, ModifiedUtc = now,
        });
        await db.SaveChangesAsync(Cancel);
        return id;
    });

    /// <summary>Takes an article off the site, as far as the delivery looks at it.</summary>
    public Task<int> WithdrawArticleAsync(string id) => WithServicesAsync(services =>
        services.GetRequiredService<CmsDbContext>().Set<ContentSummary>().Where(row => row.ContentItemId == id).ExecuteDeleteAsync(Cancel));

    /// <summary>An issue of new articles, as a person would have put it together.</summary>
    internal async Task<Guid> PrepareAsync(params string[] titles)
    {
        var ids = new List<string>();
        foreach (var title in titles)
        {
            ids.Add(await AddArticleAsync(title));
        }

        return await WithServicesAsync(async services =>
        {
            var db = services.GetRequiredService<CmsDbContext>();
            var now = Clock.GetUtcNow();
            var issue = new Issue
            {
                Id = Guid.CreateVersion7(now), AppId = SimulatorOptions.DefaultAppId, StageUtc = now, CreatedUtc = now, CreatedByName = "secretary",
            };
            for (var place = 0; place < ids.Count; place++)
            {
                var version = await db.Set<ContentSummary>().Where(row => row.ContentItemId == ids[place])
                    .Select(row => row.ContentItemVersionId).SingleAsync(Cancel);
                issue.Articles.Add(new IssueArticle
                {
                    Id = Guid.CreateVersion7(now), IssueId = issue.Id, Place = place, ContentItemId = ids[place], ContentItemVersionId = version,
                    Title = titles[place], Page = $"{Origin}/news/{ids[place]}", ActiveKey = ids[place],
                });
            }

            db.Add(issue);
            await db.SaveChangesAsync(Cancel);
            return issue.Id;
        });
    }

    internal Task<Issue> ReadAsync(Guid id) => WithServicesAsync(services =>
        services.GetRequiredService<CmsDbContext>().Set<Issue>().AsNoTracking().Include(issue => issue.Articles).SingleAsync(issue => issue.Id == id, Cancel));

    /// <summary>What a person does, whose clicks no crash takes away.</summary>
    internal Task<bool> HappenAsync(Guid id, params IssueEvent[] events) => WithServicesAsync(async services =>
    {
        var db = services.GetRequiredService<CmsDbContext>();
        var issue = await db.Set<Issue>().Include(row => row.Articles).SingleAsync(row => row.Id == id, Cancel);
        foreach (var happened in events)
        {
            Assert.True(issue.Apply(happened, Clock.GetUtcNow()), $"{happened} at {issue.Stage}");
        }

        issue.Version++;
        await db.SaveChangesAsync(Cancel);
        return true;
    });

    /// <summary>How many times readers of WeChat have an article, or will have it.</summary>
    public int CopiesWithReaders(string title) =>
        WeChat.World.Publications.All.Count(job =>
            job.Status is PartyCms.WeChat.Simulator.Publishing.PublishStatus.Succeeded or PartyCms.WeChat.Simulator.Publishing.PublishStatus.Publishing
            && job.Draft.Articles.Any(article => article.Title == title))
        + WeChat.World.MassSends.All.Count(job => job.Status is "SENDING" or "SEND_SUCCESS" && job.Articles.Any(article => article.Title == title));

    public int CopiesInBox(string title) =>
        WeChat.World.Drafts.All.Count(draft => draft.Articles.Any(article => article.Title == title));

    private async Task<WebApplicationFactory<Program>> StartAsync()
    {
        var node = _factory.WithWebHostBuilder(builder => builder
            .UseSetting("Cms:PublicOrigin", Origin)
            .UseSetting("Logging:LogLevel:PartyCms.WeChat", "None")
            .UseSetting("Logging:LogLevel:Microsoft.EntityFrameworkCore", "None")
            .UseSettings(WeChat.SiteSettings)
            .UseSetting("WeChat:TimeoutSeconds", SecondsOfPatience.ToString(CultureInfo.InvariantCulture))
            .ConfigureTestServices(services =>
            {
                services.RemoveAll<IHostedService>();
                services.AddHttpClient(WeChatTransport.HttpClientName).AddHttpMessageHandler(() => new CrashPlan.Gate(Crashes));
                services.Replace(ServiceDescriptor.Singleton(new WeChatRetries(new ImpatientClock())));
                services.ConfigureDbContext<CmsDbContext>(options => options.AddInterceptors(Crashes));
            }));
        using var client = node.CreateClient();
        using var answer = await client.GetAsync("/health/live");
        return node;
    }
}
