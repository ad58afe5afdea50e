using System.Net;
using System.Text.Json.Nodes;
using Microsoft.Extensions.DependencyInjection;
using PartyCms.Kernel.Content;
using PartyCms.Kernel.Data;

namespace PartyCms.IntegrationTests.Api;

public sealed class ConcurrentSavesTests(CmsFactory site) : IClassFixture<CmsFactory>
{
    private const int Savers = 30;

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Of_thirty_saves_upon_one_version_one_wins_and_all_others_are_told()
    {
        using var client = await site.AdministratorAsync();
        using var created = await client.SaveAsync(await site.NewsAsync("三十人同时改"));
        var tag = created.Headers.ETag!.Tag;
        var item = await created.JsonAsync();

        var statuses = await SaveAllAsync(client, item, tag);

        Assert.Single(statuses, HttpStatusCode.OK);
        Assert.Equal(Savers - 1, statuses.Count(status => status == HttpStatusCode.PreconditionFailed));
        await AssertOneOfEachFlagAsync(item.Id(), versions: 2);
    }

    [Fact]
    public async Task Thirty_saves_without_a_condition_lose_no_change_and_leave_one_published_version()
    {
        using var client = await site.AdministratorAsync();
        var item = await client.SavedAsync(await site.NewsAsync("三十人无条件改"));

        var statuses = await SaveAllAsync(client, item, null);

        Assert.All(statuses, status => Assert.Contains(status, new[] { HttpStatusCode.OK, HttpStatusCode.Conflict }));
        await AssertOneOfEachFlagAsync(item.Id(), versions: 1 + statuses.Count(status => status == HttpStatusCode.OK));
    }

    [Fact]
    public async Task A_stale_condition_changes_nothing()
    {
        using var client = await site.AdministratorAsync();
        using var created = await client.SaveAsync(await site.NewsAsync("过期的条件"));
        var item = await created.JsonAsync();
        await client.SavedAsync(item);

        using var stale = await client.SaveAsync(item, ifMatch: created.Headers.ETag!.Tag);
        using var anew = await client.SaveAsync(await site.NewsAsync("没有旧版"), ifMatch: "*");

        Assert.Equal(HttpStatusCode.PreconditionFailed, stale.StatusCode);
        Assert.Equal("/problems/precondition-failed", (string?)(await stale.JsonAsync())["type"]);
        Assert.Equal(HttpStatusCode.PreconditionFailed, anew.StatusCode);
        await AssertOneOfEachFlagAsync(item.Id(), versions: 2);
    }

    private static async Task<HttpStatusCode[]> SaveAllAsync(HttpClient client, JsonObject item, string? tag) =>
        await Task.WhenAll(Enumerable.Range(1, Savers).Select(async number =>
        {
            var change = item.DeepClone().AsObject();
            change["TitlePart"]!["Title"] = "第" + number + "人的标题";
            using var answer = await client.SaveAsync(change, ifMatch: tag);
            return answer.StatusCode;
        }));

    private async Task AssertOneOfEachFlagAsync(string id, int versions)
    {
        var rows = await site.WithServicesAsync(services => services.GetRequiredService<CmsDbContext>()
            .Set<ContentItem>().AsNoTracking().Where(row => row.ContentItemId == id).ToListAsync(Cancel));
        Assert.Equal(versions, rows.Count);
        Assert.Single(rows, row => row.Published);
        Assert.Single(rows, row => row.Latest);
    }
}
