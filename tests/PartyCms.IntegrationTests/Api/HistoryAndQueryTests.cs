using System.Net;
using System.Text;
using System.Text.Json.Nodes;
using Microsoft.Extensions.DependencyInjection;
using PartyCms.Kernel.Content;
using PartyCms.Kernel.Security;

namespace PartyCms.IntegrationTests.Api;

public sealed class HistoryAndQueryTests(CmsFactory site) : IClassFixture<CmsFactory>
{
    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Every_version_can_be_listed_and_read()
    {
        using var client = await site.AdministratorAsync();
        var first = await client.SavedAsync(await site.NewsAsync("第一版"));
        var change = first.DeepClone().AsObject();
        change["TitlePart"]!["Title"] = "第二版";
        await client.SavedAsync(change);

        var versions = await client.GetJsonAsync($"/api/content/{first.Id()}/versions");
        var old = await client.GetJsonAsync($"/api/content/{first.Id()}/versions/{(string)first["ContentItemVersionId"]!}");

        Assert.Equal(["第二版", "第一版"], versions["items"]!.AsArray().Select(item => (string?)item!["DisplayText"]));
        Assert.Equal(11, versions["items"]![0]!.AsObject().Count);
        Assert.Equal("第一版", (string?)old["TitlePart"]!["Title"]);
        Assert.False((bool)old["Published"]!);
    }

    [Fact]
    public async Task Restoring_makes_a_draft_and_leaves_what_readers_see()
    {
        using var client = await site.AdministratorAsync();
        var first = await client.SavedAsync(await site.NewsAsync("原来的样子"));
        var change = first.DeepClone().AsObject();
        change["TitlePart"]!["Title"] = "改坏的样子";
        await client.SavedAsync(change);

        using var answer = await client.PostAsync(
            $"/api/content/{first.Id()}/restore/{(string)first["ContentItemVersionId"]!}", null, Cancel);
        var draft = await answer.JsonAsync();
        var seen = await client.GetJsonAsync("/api/content/" + first.Id());

        Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
        Assert.Equal("原来的样子", (string?)draft["DisplayText"]);
        Assert.False((bool)draft["Published"]!);
        Assert.Equal("改坏的样子", (string?)seen["DisplayText"]);
    }

    [Fact]
    public async Task An_unknown_version_is_404()
    {
        using var client = await site.AdministratorAsync();
        var item = await client.SavedAsync(await site.NewsAsync("一个版本"));

        using var read = await client.GetAsync($"/api/content/{item.Id()}/versions/nope", Cancel);
        using var restore = await client.PostAsync($"/api/content/{item.Id()}/restore/nope", null, Cancel);

        Assert.Equal(HttpStatusCode.NotFound, read.StatusCode);
        Assert.Equal(HttpStatusCode.NotFound, restore.StatusCode);
    }

    [Fact]
    public async Task A_named_query_answers_in_the_known_shape()
    {
        using var client = await site.AdministratorAsync();

        var byGet = await client.GetJsonAsync("/api/queries/RecentBranchNews?parameters=" + Uri.EscapeDataString("{\"limit\":3}"));
        using var body = new StringContent("{\"limit\":2,\"branch\":\"qinghe\"}", Encoding.UTF8, "application/json");
        using var byPost = await client.PostAsync("/api/queries/RecentBranchNews", body, Cancel);

        Assert.Equal(["items"], byGet.Select(property => property.Key));
        Assert.Equal(3, byGet["items"]!.AsArray().Count);
        Assert.All(byGet["items"]!.AsArray(), item => Assert.True((bool)item!["Published"]!));
        Assert.InRange((await byPost.JsonAsync())["items"]!.AsArray().Count, 1, 2);
    }

    [Fact]
    public async Task A_query_nobody_knows_and_one_not_permitted_look_the_same()
    {
        using var client = await site.AdministratorAsync();
        using var visitor = site.CreateVisitor();

        using var unknown = await client.GetAsync("/api/queries/nope", Cancel);
        using var refused = await visitor.GetAsync("/api/queries/RecentBranchNews", Cancel);

        Assert.Equal(HttpStatusCode.NotFound, unknown.StatusCode);
        Assert.Equal(HttpStatusCode.NotFound, refused.StatusCode);
    }

    [Theory]
    [InlineData("{\"limit\":0}")]
    [InlineData("{\"limit\":\"x\"}")]
    [InlineData("{")]
    [InlineData("[]")]
    [InlineData("{\"a\":1,\"a\":2}")]
    [InlineData("{\"branch\":\"nowhere\"}")]
    [InlineData("{\"branch\":5}")]
    public async Task Wrong_parameters_are_refused(string parameters)
    {
        using var client = await site.AdministratorAsync();

        using var answer = await client.GetAsync("/api/queries/RecentBranchNews?parameters=" + Uri.EscapeDataString(parameters), Cancel);

        Assert.Equal(HttpStatusCode.BadRequest, answer.StatusCode);
    }

    [Fact]
    public async Task What_an_item_was_in_another_branch_stays_that_branchs_business()
    {
        using var administrator = await site.AdministratorAsync();
        using var qinghe = await site.ClientAsync("Secretary", "qinghe");
        var item = await administrator.SavedAsync(await site.NewsAsync("在云帆时的标题", "yunfan"));
        item["PartyBranchPart"]!["BranchId"] = (await site.BranchAsync("qinghe")).ToString();
        item["TitlePart"]!["Title"] = "搬到清河以后";
        await administrator.SavedAsync(item);

        var versions = await qinghe.GetJsonAsync($"/api/content/{item.Id()}/versions");

        Assert.Equal(["搬到清河以后"], versions["items"]!.AsArray().Select(version => (string?)version!["DisplayText"]));
    }

    [Fact]
    public async Task A_version_that_was_withdrawn_stays_as_readers_saw_it()
    {
        using var client = await site.AdministratorAsync();
        var shown = await client.SavedAsync(await site.NewsAsync("读者看到过的"));
        await site.WithServicesAsync(async services =>
        {
            services.GetRequiredService<Caller>().ActAsSystem();
            return await services.GetRequiredService<ContentStore>().WithdrawAsync(shown.Id(), "内容有误。", Cancel);
        });
        site.Clock.Advance(TimeSpan.FromMinutes(1));
        var change = new JsonObject
        {
            ["ContentItemId"] = shown.Id(),
            ["TitlePart"] = new JsonObject { ["Title"] = "撤下以后改写的" },
        };
        await client.SavedAsync(change, draft: true);

        var old = await client.GetJsonAsync($"/api/content/{shown.Id()}/versions/{(string)shown["ContentItemVersionId"]!}");

        Assert.Equal("读者看到过的", (string?)old["DisplayText"]);
    }
}
