using System.Net;
using System.Net.Http.Json;
using System.Text.Json;
using System.Xml.Linq;
using Microsoft.Extensions.DependencyInjection;
using PartyCms.IntegrationTests.Api;
using PartyCms.IntegrationTests.Disclosure;
using PartyCms.Kernel.Content;
using PartyCms.Kernel.Security;

namespace PartyCms.IntegrationTests.Search;

public sealed class SearchTests(CmsFactory site) : IClassFixture<CmsFactory>
{
    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Fact]
    public async Task The_api_answers_by_contract()
    {
        using var visitor = site.CreateVisitor();

        var answer = await visitor.GetFromJsonAsync<JsonElement>("/api/search?q=食堂&type=Disclosure&branch=qinghe&take=5", Cancellation);

        Assert.True(answer.GetProperty("total").GetInt32() > 0);
        var first = answer.GetProperty("items")[0];
        Assert.Equal("Disclosure", first.GetProperty("contentType").GetString());
        Assert.StartsWith("/disclosures/", first.GetProperty("url").GetString(), StringComparison.Ordinal);
        Assert.Contains("食堂", first.GetProperty("snippet").GetString(), StringComparison.Ordinal);
        Assert.EndsWith("Z", first.GetProperty("publishedUtc").GetString(), StringComparison.Ordinal);
        Assert.NotEmpty(first.GetProperty("title").GetString()!);
        Assert.NotEmpty(first.GetProperty("contentItemId").GetString()!);
    }

    [Theory]
    [InlineData("/api/search")]
    [InlineData("/api/search?q=")]
    [InlineData("/api/search?q=%20")]
    [InlineData("/api/search?q=a&take=0")]
    [InlineData("/api/search?q=a&take=51")]
    [InlineData("/api/search?q=a&take=x")]
    [InlineData("/api/search?q=a&type=NoSuchType")]
    [InlineData("/api/search?q=a&branch=no-such-branch")]
    [InlineData("/api/search?q=a&year=0")]
    [InlineData("/api/search?q=a&year=last")]
    [InlineData("/api/search?q=a&skip=-1")]
    [InlineData("/api/search?q=a&skip=195&take=10")]
    public async Task Wrong_input_of_the_api_is_told_as_problem_details(string path)
    {
        using var visitor = site.CreateVisitor();

        using var answer = await visitor.GetAsync(path, Cancellation);

        Assert.Equal(HttpStatusCode.BadRequest, answer.StatusCode);
        Assert.Equal("application/problem+json", answer.Content.Headers.ContentType?.MediaType);
        Assert.NotEmpty((string?)(await answer.JsonAsync())["detail"] ?? "");
    }

    [Theory]
    [InlineData("\"")]
    [InlineData("\"食堂")]
    [InlineData("*")]
    [InlineData("食*堂")]
    [InlineData("NEAR(食堂 夜班, 5)")]
    [InlineData("食堂 AND OR NOT")]
    [InlineData("'; DROP TABLE search_documents; --")]
    [InlineData("title:食堂")]
    [InlineData("\u0001\u0002食堂\0")]
    [InlineData("🎉👨‍👩‍👧 食堂")]
    [InlineData("%_\\")]
    [InlineData("{0} {x}")]
    [InlineData("<script>alert(1)</script>")]
    public async Task Any_signs_may_stand_in_a_query(string query)
    {
        using var visitor = site.CreateVisitor();

        using var page = await visitor.GetAsync("/search?q=" + Uri.EscapeDataString(query), Cancellation);
        using var api = await visitor.GetAsync("/api/search?q=" + Uri.EscapeDataString(query), Cancellation);

        Assert.Equal((HttpStatusCode.OK, HttpStatusCode.OK), (page.StatusCode, api.StatusCode));
        Assert.DoesNotContain("<script>alert", await page.Content.ReadAsStringAsync(Cancellation), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("", "输入几个字")]
    [InlineData("!?", "请输入汉字")]
    [InlineData("没有这样的一串词语", "没有找到")]
    public async Task The_page_helps_where_there_is_nothing(string query, string advice)
    {
        using var visitor = site.CreateVisitor();

        Assert.Contains(
            advice, await visitor.GetStringAsync("/search?q=" + Uri.EscapeDataString(query), Cancellation), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_query_of_ten_thousand_characters_is_turned_away_kindly()
    {
        using var visitor = site.CreateVisitor();
        var query = new string('a', 10_000);

        Assert.Contains("一次最多搜", await visitor.GetStringAsync("/search?q=" + query, Cancellation), StringComparison.Ordinal);
        using var api = await visitor.GetAsync("/api/search?q=" + query, Cancellation);
        Assert.Equal(HttpStatusCode.BadRequest, api.StatusCode);
    }

    [Fact]
    public async Task Hits_are_marked_in_the_page()
    {
        using var visitor = site.CreateVisitor();

        Assert.Contains("<mark>食堂</mark>", await visitor.GetStringAsync("/search?q=食堂", Cancellation), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Pages_are_bounded()
    {
        using var visitor = site.CreateVisitor();

        using var answer = await visitor.GetAsync("/search?q=党&p=999999999999", Cancellation);

        Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
    }

    [Theory]
    [InlineData("本季度志愿服务情况")]
    [InlineData("食堂夜班菜单改进情况")]
    [InlineData("新党员培训报名情况")]
    public async Task Drafts_and_withdrawn_items_are_not_found(string title)
    {
        using var visitor = site.CreateVisitor();

        var answer = await visitor.GetFromJsonAsync<JsonElement>("/api/search?take=50&q=" + Uri.EscapeDataString(title), Cancellation);

        Assert.DoesNotContain(
            answer.GetProperty("items").EnumerateArray(),
            item => item.GetProperty("title").GetString()!.StartsWith(title, StringComparison.Ordinal));
    }

    [Fact]
    public async Task What_is_published_is_found_at_once_and_gone_when_withdrawn()
    {
        var id = await site.AddDraftAsync("琥珀湖公示牌", "<p>石桥边立了一块琥珀湖公示牌。</p>");
        using var visitor = site.CreateVisitor();
        Assert.Equal(0, await TotalAsync(visitor, "琥珀湖"));
        Assert.DoesNotContain("琥珀湖", await visitor.GetStringAsync("/feed.xml", Cancellation), StringComparison.Ordinal);

        await StoreAsync(async store =>
        {
            var draft = await store.FindLatestAsync(id, Cancellation);
            return await store.PublishAsync(
                new ContentEdit { ContentItemId = id, ContentType = "Disclosure", Parts = draft!.Parts }, Cancellation);
        });
        Assert.Equal(1, await TotalAsync(visitor, "琥珀湖"));
        Assert.Contains("琥珀湖", await visitor.GetStringAsync("/feed.xml", Cancellation), StringComparison.Ordinal);
        Assert.Contains("琥珀湖", await visitor.GetStringAsync("/b/qinghe/feed.xml", Cancellation), StringComparison.Ordinal);

        await StoreAsync(store => store.WithdrawAsync(id, "写错了地点", Cancellation));
        Assert.Equal(0, await TotalAsync(visitor, "琥珀湖"));
        Assert.DoesNotContain("琥珀湖", await visitor.GetStringAsync("/feed.xml", Cancellation), StringComparison.Ordinal);
        Assert.DoesNotContain("琥珀湖", await visitor.GetStringAsync("/b/qinghe/feed.xml", Cancellation), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("/feed.xml", "item")]
    [InlineData("/b/qinghe/feed.xml", "item")]
    [InlineData("/sitemap.xml", "url")]
    public async Task Feeds_and_sitemap_are_well_formed(string path, string element)
    {
        using var visitor = site.CreateVisitor();

        var document = XDocument.Parse(await visitor.GetStringAsync(path, Cancellation));

        Assert.InRange(document.Descendants().Count(node => node.Name.LocalName == element), 1, 1000);
    }

    [Fact]
    public async Task The_feed_of_an_unknown_branch_is_not_found()
    {
        using var visitor = site.CreateVisitor();

        using var answer = await visitor.GetAsync("/b/no-such-branch/feed.xml", Cancellation);

        Assert.Equal(HttpStatusCode.NotFound, answer.StatusCode);
    }

    [Fact]
    public async Task Robots_stay_out_of_what_is_not_public()
    {
        using var visitor = site.CreateVisitor();

        var robots = await visitor.GetStringAsync("/robots.txt", Cancellation);

        Assert.Contains("Disallow: /admin\n", robots, StringComparison.Ordinal);
        Assert.Contains("Sitemap: http://localhost/sitemap.xml", robots, StringComparison.Ordinal);
    }

    [Fact]
    public async Task An_administrator_rebuilds_the_index()
    {
        using var administrator = await site.SignInAsync("admin");

        using var answer = await CmsFactory.PostFormAsync(administrator, "/admin/search", []);

        Assert.Equal(HttpStatusCode.Redirect, answer.StatusCode);
        Assert.True(await TotalAsync(administrator, "食堂") > 0);
    }

    [Theory]
    [InlineData("secretary")]
    [InlineData("reviewer")]
    [InlineData("member")]
    public async Task Nobody_else_rebuilds_the_index(string account)
    {
        using var client = await site.SignInAsync(account);

        using var answer = await CmsFactory.PostFormAsync(client, "/account/logout", [], "/admin/search");

        Assert.NotEqual("/admin/search", answer.Headers.Location?.OriginalString.Split('?')[0]);
        Assert.NotEqual(HttpStatusCode.OK, answer.StatusCode);
    }

    private static async Task<int> TotalAsync(HttpClient client, string query) =>
        (await client.GetFromJsonAsync<JsonElement>("/api/search?q=" + Uri.EscapeDataString(query), Cancellation))
        .GetProperty("total").GetInt32();

    private Task<bool> StoreAsync(Func<ContentStore, Task<ContentOutcome>> act) => site.WithServicesAsync(async services =>
    {
        services.GetRequiredService<Caller>().ActAsSystem();
        var outcome = await act(services.GetRequiredService<ContentStore>());
        Assert.True(outcome.IsDone);
        return true;
    });
}
