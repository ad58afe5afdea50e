using System.Net;
using System.Net.Http.Json;
using System.Text.Json;
using Microsoft.Extensions.DependencyInjection;
using PartyCms.IntegrationTests.Disclosure;
using PartyCms.Kernel.Content;
using PartyCms.Kernel.Data;
using PartyCms.Kernel.Outbox;
using PartyCms.Kernel.Search;
using PartyCms.Kernel.Security;
using PartyCms.Kernel.Text;
using PartyCms.Organization.Contracts;
using PartyCms.Search.Contracts;

namespace PartyCms.IntegrationTests.Search;

/// <summary>The index says what the site says: after a roll-back, a new name, damage, a rebuild that broke off.</summary>
public sealed class IndexKeepingTests(CmsFactory site) : IClassFixture<CmsFactory>
{
    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_publication_that_is_rolled_back_leaves_no_entry()
    {
        var id = await site.AddDraftAsync("水杉渡口夜航", "<p>水杉渡口夜航照常。</p>");

        var within = await site.WithServicesAsync(async services =>
        {
            services.GetRequiredService<Caller>().ActAsSystem();
            var db = services.GetRequiredService<CmsDbContext>();
            var store = services.GetRequiredService<ContentStore>();
            await using var transaction = await db.Database.BeginTransactionAsync(Cancellation);
            var draft = await store.FindLatestAsync(id, Cancellation);
            var outcome = await store.PublishAsync(
                new ContentEdit { ContentItemId = id, ContentType = "Disclosure", Parts = draft!.Parts }, Cancellation);
            Assert.True(outcome.IsDone);
            return await CountAsync(services, "水杉渡口");
        });

        Assert.Equal(1, within);
        Assert.Equal(0, await site.WithServicesAsync(services => CountAsync(services, "水杉渡口")));
    }

    [Fact]
    public async Task What_a_renamed_branch_published_is_found_by_the_new_name()
    {
        var unit = await site.WithServicesAsync(
            async services => (await services.GetRequiredService<BranchDirectory>().FindAsync("qinghe", Cancellation))!);
        var before = await site.WithServicesAsync(services => CountAsync(services, unit.Name));
        Assert.NotEqual(0, before);
        using var administrator = await site.SignInAsync("admin");

        using var answer = await CmsFactory.PostFormAsync(administrator, $"/admin/organization/unit/{unit.Id}", new()
        {
            ["Form.Name"] = "白鹭洲联合党支部",
            ["Form.Kind"] = unit.Kind.ToString(),
            ["Form.ParentId"] = unit.ParentId.ToString()!,
            ["Form.HostKind"] = unit.HostKind.ToString()!,
            ["Form.HostName"] = unit.HostName!,
            ["Form.IsNetworkBranch"] = "true",
            ["Form.Intro"] = unit.Intro,
        });
        Assert.Equal(HttpStatusCode.Redirect, answer.StatusCode);
        await site.WithServicesAsync(async services =>
        {
            // The dispatcher may be at it already; what is delivered twice is as good as once.
            var message = await services.GetRequiredService<CmsDbContext>().Set<OutboxMessage>()
                .SingleAsync(row => row.EventType == nameof(OrgUnitRenamed), Cancellation);
            var route = services.GetServices<OutboxRoute>().Single(route => route.EventType == typeof(OrgUnitRenamed));
            await route.Deliver(services, message.Payload, Cancellation);
            return true;
        });

        Assert.True(await site.WithServicesAsync(services => CountAsync(services, "白鹭洲联合党支部")) > 0);
        Assert.True(await site.WithServicesAsync(services => CountAsync(services, unit.Name)) < before);
    }

    [Fact]
    public async Task A_rebuild_brings_back_what_is_missing_and_removes_what_is_not_published()
    {
        await site.WithServicesAsync(async services =>
        {
            var db = services.GetRequiredService<CmsDbContext>();
            var index = services.GetRequiredService<ISearchIndex>();
            var lost = await db.Set<ContentSummary>().OrderBy(summary => summary.ContentItemId).FirstAsync(Cancellation);
            await index.RemoveAsync(db, lost.ContentItemId, Cancellation);
            await index.PutAsync(
                db,
                new SearchEntry("stray", "BranchNews", null, DateTimeOffset.UnixEpoch, 1970, "野生词条", "", "", ""),
                Cancellation);
            Assert.Equal(0, await index.CountAsync(db, SearchTerms.Parse($"\"{lost.Title}\""), new SearchFilter(lost.ContentType), Cancellation));

            var rebuilt = await services.GetRequiredService<SearchIndexRebuild>().RunAsync(null, Cancellation);

            Assert.Equal(1, rebuilt.Removed);
            Assert.Equal(0, await CountAsync(services, "野生词条"));
            Assert.Equal(1, await index.CountAsync(db, SearchTerms.Parse($"\"{lost.Title}\""), new SearchFilter(lost.ContentType), Cancellation));
            return true;
        });
    }

    [Fact]
    public async Task A_rebuild_that_broke_off_goes_on_from_there()
    {
        var all = await site.WithServicesAsync(
            services => services.GetRequiredService<CmsDbContext>().Set<ContentSummary>().CountAsync(Cancellation));
        using var stop = new CancellationTokenSource();
        var reports = new List<RebuildProgress>();
        var progress = new RecordingProgress(report =>
        {
            reports.Add(report);
            stop.Cancel();
        });

        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => site.WithServicesAsync(
            services => services.GetRequiredService<SearchIndexRebuild>().RunAsync(progress, stop.Token)));
        var rest = await site.WithServicesAsync(
            services => services.GetRequiredService<SearchIndexRebuild>().RunAsync(null, Cancellation));
        var again = await site.WithServicesAsync(
            services => services.GetRequiredService<SearchIndexRebuild>().RunAsync(null, Cancellation));

        var first = Assert.Single(reports);
        Assert.Equal((all, all - first.Done, all), (first.All, rest.Written, again.Written));
    }

    [Fact]
    public async Task An_item_that_moves_to_another_branch_is_found_there()
    {
        var id = await site.AddDraftAsync("丹枫桥夜巡", "<p>丹枫桥夜巡照常。</p>");
        await PublishAsync(id, "qinghe");
        using var visitor = site.CreateVisitor();
        Assert.Equal(1, await TotalAsync(visitor, "丹枫桥", "qinghe"));

        var other = await site.WithServicesAsync(async services =>
            (await services.GetRequiredService<BranchDirectory>().ListAsync(Cancellation)).First(unit => unit.IsBranch && unit.Slug != "qinghe"));
        await PublishAsync(id, other.Slug);

        Assert.Equal((0, 1), (await TotalAsync(visitor, "丹枫桥", "qinghe"), await TotalAsync(visitor, "丹枫桥", other.Slug)));
    }

    private static Task<int> CountAsync(IServiceProvider services, string words) =>
        services.GetRequiredService<ISearchIndex>().CountAsync(
            services.GetRequiredService<CmsDbContext>(), SearchTerms.Parse(words), SearchFilter.None, Cancellation);

    private static async Task<int> TotalAsync(HttpClient client, string query, string branch) =>
        (await client.GetFromJsonAsync<JsonElement>($"/api/search?q={query}&branch={branch}", Cancellation)).GetProperty("total").GetInt32();

    private Task<bool> PublishAsync(string id, string branch) => site.WithServicesAsync(async services =>
    {
        services.GetRequiredService<Caller>().ActAsSystem();
        var store = services.GetRequiredService<ContentStore>();
        var unit = await services.GetRequiredService<BranchDirectory>().FindAsync(branch, Cancellation);
        var parts = (await store.FindLatestAsync(id, Cancellation))!.Parts;
        parts.Set(ContentParts.Branch, unit!.Id.ToString());
        var outcome = await store.PublishAsync(new ContentEdit { ContentItemId = id, ContentType = "Disclosure", Parts = parts }, Cancellation);
        Assert.True(outcome.IsDone);
        return true;
    });

    private sealed class RecordingProgress(Action<RebuildProgress> record) : IProgress<RebuildProgress>
    {
        public void Report(RebuildProgress value) => record(value);
    }
}
