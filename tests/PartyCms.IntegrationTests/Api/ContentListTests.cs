using System.Net;
using System.Text.Json.Nodes;

namespace PartyCms.IntegrationTests.Api;

public sealed class ContentListTests(CmsFactory site) : IClassFixture<CmsFactory>
{
    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Paging_covers_every_item_exactly_once_while_others_are_added()
    {
        using var client = await site.AdministratorAsync();
        var before = await AllAsync(client, take: 100);
        var seen = new List<string>();
        string? next = null;
        var page = 0;
        do
        {
            var list = await client.GetJsonAsync($"/api/content?type=BranchNews&take=7&after={next}");
            seen.AddRange(Ids(list));
            next = (string?)list["next"];
            await client.SavedAsync(await site.NewsAsync($"翻页时新增 {page++}"));
        }
        while (next is not null);

        Assert.Equal(before.Order(StringComparer.Ordinal), seen.Order(StringComparer.Ordinal));
    }

    [Fact]
    public async Task The_list_is_newest_first_with_whole_items()
    {
        using var client = await site.AdministratorAsync();
        var newest = await client.SavedAsync(await site.NewsAsync("最新一条"));

        var list = await client.GetJsonAsync("/api/content?take=5");
        var first = list["items"]![0]!.AsObject();

        Assert.Equal(newest.Id(), first.Id());
        Assert.Contains("学习会", (string?)first["HtmlBodyPart"]!["Html"], StringComparison.Ordinal);
        Assert.Equal(["items", "next"], list.Select(property => property.Key));
    }

    [Fact]
    public async Task A_branch_is_named_by_slug_or_id()
    {
        using var client = await site.AdministratorAsync();
        var id = await site.BranchAsync("qinghe");

        var bySlug = await client.GetJsonAsync("/api/content?branch=qinghe&take=100");
        var byId = await client.GetJsonAsync($"/api/content?branch={id}&take=100");

        Assert.NotEmpty(Ids(bySlug));
        Assert.Equal(Ids(bySlug), Ids(byId));
        Assert.All(bySlug["items"]!.AsArray(), item =>
            Assert.Equal(id.ToString(), (string?)item!["PartyBranchPart"]!["BranchId"]));
    }

    [Fact]
    public async Task A_column_narrows_the_list()
    {
        using var client = await site.AdministratorAsync();
        var item = await site.NewsAsync("专栏文章");
        item["ArticlePart"]!["Column"] = new JsonObject { ["Text"] = "先锋人物" };
        var saved = await client.SavedAsync(item);

        var list = await client.GetJsonAsync("/api/content?column=" + Uri.EscapeDataString("先锋人物"));

        Assert.Equal([saved.Id()], Ids(list));
    }

    [Fact]
    public async Task Drafts_are_listed_within_the_clients_own_branch_alone()
    {
        using var administrator = await site.AdministratorAsync();
        using var qinghe = await site.ClientAsync("Secretary", "qinghe");
        var own = await administrator.SavedAsync(await site.NewsAsync("本支部的草稿"), draft: true);
        var foreign = await administrator.SavedAsync(await site.NewsAsync("别支部的草稿", "yunfan"), draft: true);

        var published = await qinghe.GetJsonAsync("/api/content?take=100");
        var drafts = await qinghe.GetJsonAsync("/api/content?status=draft&take=100");
        var latest = await qinghe.GetJsonAsync("/api/content?status=latest&type=BranchNews&take=100");

        Assert.DoesNotContain(own.Id(), Ids(published));
        Assert.Contains(own.Id(), Ids(drafts));
        Assert.Contains(own.Id(), Ids(latest));
        Assert.DoesNotContain(foreign.Id(), Ids(drafts).Concat(Ids(latest)));
    }

    [Fact]
    public async Task Who_edits_nothing_sees_no_drafts()
    {
        using var reviewer = await site.ClientAsync("Reviewer");

        using var answer = await reviewer.GetAsync("/api/content?status=draft&type=BranchNews", Cancel);

        Assert.Equal(HttpStatusCode.Forbidden, answer.StatusCode);
    }

    [Theory]
    [InlineData("take=0")]
    [InlineData("take=101")]
    [InlineData("take=many")]
    [InlineData("after=garbage")]
    [InlineData("after=ffffffffffffffff-x")]
    [InlineData("status=gone")]
    [InlineData("type=NoSuchType")]
    [InlineData("branch=no-such-branch")]
    [InlineData("status=draft&column=x")]
    public async Task A_wrong_value_is_named(string query)
    {
        using var client = await site.AdministratorAsync();

        using var answer = await client.GetAsync("/api/content?" + query, Cancel);

        Assert.Equal(HttpStatusCode.BadRequest, answer.StatusCode);
        Assert.NotEmpty((await answer.JsonAsync())["errors"]!.AsObject());
    }

    private static async Task<IReadOnlyList<string>> AllAsync(HttpClient client, int take)
    {
        var list = await client.GetJsonAsync($"/api/content?type=BranchNews&take={take}");
        Assert.Null(list["next"]);
        return Ids(list);
    }

    private static List<string> Ids(JsonObject list) =>
        [.. list["items"]!.AsArray().Select(item => (string)item!["ContentItemId"]!)];
}
