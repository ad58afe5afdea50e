using System.Net;
using System.Net.Http.Json;
using System.Text.Json.Nodes;

namespace PartyCms.IntegrationTests.Api;

public sealed class ContentLifecycleApiTests(CmsFactory site) : IClassFixture<CmsFactory>
{
    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_draft_is_published_as_it_is()
    {
        using var client = await site.AdministratorAsync();
        var draft = await client.SavedAsync(await site.NewsAsync("先存后发"), draft: true);

        using var answer = await client.PostAsync($"/api/content/{draft.Id()}/publish", null, Cancel);
        var published = await client.GetJsonAsync($"/api/content/{draft.Id()}");

        Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
        Assert.Equal("先存后发", (string?)published["DisplayText"]);
    }

    [Fact]
    public async Task A_withdrawn_item_is_gone_with_its_reason_and_publishing_reinstates_it()
    {
        using var client = await site.AdministratorAsync();
        using var reader = site.CreateVisitor();
        var item = await client.SavedAsync(await site.NewsAsync("将要撤下的动态"));
        var address = "/news/" + item.Id();

        using var withdrawn = await WithdrawAsync(client, item.Id(), "内容有误");
        using var missing = await client.GetAsync($"/api/content/{item.Id()}", Cancel);
        using var again = await WithdrawAsync(client, item.Id(), "内容有误");
        using var reinstated = await client.PostAsync($"/api/content/{item.Id()}/publish", null, Cancel);
        using var page = await reader.GetAsync(address, Cancel);

        Assert.Equal(
            (HttpStatusCode.OK, HttpStatusCode.NotFound, HttpStatusCode.Conflict, HttpStatusCode.OK),
            (withdrawn.StatusCode, missing.StatusCode, again.StatusCode, reinstated.StatusCode));
        Assert.NotEqual(HttpStatusCode.Gone, page.StatusCode);
    }

    [Theory]
    [InlineData("")]
    [InlineData("   ")]
    [InlineData(null)]
    public async Task A_withdrawal_needs_a_reason(string? reason)
    {
        using var client = await site.AdministratorAsync();
        var item = await client.SavedAsync(await site.NewsAsync("没有理由的撤下"));

        using var answer = await WithdrawAsync(client, item.Id(), reason);

        Assert.Equal(HttpStatusCode.BadRequest, answer.StatusCode);
        Assert.True((await answer.JsonAsync())["errors"]!.AsObject().ContainsKey("reason"));
    }

    [Fact]
    public async Task A_foreign_item_is_neither_published_nor_withdrawn()
    {
        using var client = await site.AdministratorAsync();
        using var stranger = await site.ClientAsync("Secretary", "yunfan");
        var draft = await client.SavedAsync(await site.NewsAsync("别的支部的草稿"), draft: true);
        var live = await client.SavedAsync(await site.NewsAsync("别的支部的动态"));

        using var published = await stranger.PostAsync($"/api/content/{draft.Id()}/publish", null, Cancel);
        using var withdrawn = await WithdrawAsync(stranger, live.Id(), "不归我管");

        Assert.Equal((HttpStatusCode.NotFound, HttpStatusCode.Forbidden), (published.StatusCode, withdrawn.StatusCode));
    }

    [Fact]
    public async Task If_Match_guards_both_acts()
    {
        using var client = await site.AdministratorAsync();
        var item = await client.SavedAsync(await site.NewsAsync("有条件的动作"));
        foreach (var act in new[] { "publish", "withdraw" })
        {
            using var request = new HttpRequestMessage(HttpMethod.Post, $"/api/content/{item.Id()}/{act}");
            request.Content = JsonContent.Create(new { reason = "理由" });
            request.Headers.TryAddWithoutValidation("If-Match", "\"another.1\"");
            using var answer = await client.SendAsync(request, Cancel);

            Assert.Equal(HttpStatusCode.PreconditionFailed, answer.StatusCode);
        }
    }

    [Fact]
    public async Task If_None_Match_star_creates_and_never_overwrites()
    {
        using var client = await site.AdministratorAsync();
        var wish = await site.NewsAsync("只许新建");

        using var created = await SaveNewAsync(client, wish);
        wish["ContentItemId"] = (await created.JsonAsync()).Id();
        using var refused = await SaveNewAsync(client, wish);

        Assert.Equal((HttpStatusCode.OK, HttpStatusCode.PreconditionFailed), (created.StatusCode, refused.StatusCode));
    }

    [Fact]
    public async Task Emoji_and_rare_characters_come_out_as_themselves_and_tags_stay_escaped()
    {
        using var client = await site.AdministratorAsync();
        var wish = await site.NewsAsync("🎉𠮷祥");
        wish["Extra"] = new JsonObject { ["Text"] = "<b>👍" };

        var item = await client.SavedAsync(wish);
        var raw = await client.GetStringAsync($"/api/content/{item.Id()}", Cancel);

        Assert.Contains("\"🎉𠮷祥\"", raw, StringComparison.Ordinal);
        Assert.Contains("\\u003Cb\\u003E👍", raw, StringComparison.Ordinal);
    }

    private static Task<HttpResponseMessage> WithdrawAsync(HttpClient client, string id, string? reason) =>
        client.PostAsJsonAsync($"/api/content/{id}/withdraw", new { reason }, Cancel);

    private static Task<HttpResponseMessage> SaveNewAsync(HttpClient client, JsonObject item)
    {
        var request = new HttpRequestMessage(HttpMethod.Post, "/api/content") { Content = JsonContent.Create(item) };
        request.Headers.TryAddWithoutValidation("If-None-Match", "*");
        return client.SendAsync(request, Cancel);
    }
}
