using System.Net;
using System.Net.Http.Headers;
using System.Text;
using System.Text.Json.Nodes;
using System.Text.RegularExpressions;
using Microsoft.Extensions.DependencyInjection;
using PartyCms.Kernel.Content;
using PartyCms.Kernel.Data;

namespace PartyCms.IntegrationTests.Api;

public sealed partial class ContentApiTests(CmsFactory site) : IClassFixture<CmsFactory>
{
    private static readonly string[] BaseProperties =
    [
        "ContentItemId", "ContentItemVersionId", "ContentType", "DisplayText", "Latest", "Published",
        "ModifiedUtc", "PublishedUtc", "CreatedUtc", "Owner", "Author",
    ];

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Fact]
    public async Task An_item_begins_with_the_eleven_base_properties_in_their_order()
    {
        using var client = await site.AdministratorAsync();
        var saved = await client.SavedAsync(await site.NewsAsync("基本属性"));

        var item = await client.GetJsonAsync("/api/content/" + saved.Id());

        Assert.Equal(BaseProperties, item.Select(property => property.Key).Take(11));
        Assert.IsType<JsonObject>(item["TitlePart"]);
        Assert.IsType<JsonObject>(item["AutoroutePart"]);
        Assert.IsType<JsonObject>(item["HtmlBodyPart"]);
        Assert.IsType<JsonObject>(item["PartyBranchPart"]);
    }

    [Fact]
    public async Task A_draft_over_a_published_item_leaves_what_readers_see()
    {
        using var client = await site.AdministratorAsync();
        var published = await client.SavedAsync(await site.NewsAsync("先发布"));
        var change = published.DeepClone().AsObject();
        (change["Latest"], change["Published"], change["TitlePart"]!["Title"]) = (false, true, "后修改");

        var draft = await client.SavedAsync(change, draft: true);
        var seen = await client.GetJsonAsync("/api/content/" + published.Id());

        Assert.True((bool)draft["Latest"]!);
        Assert.False((bool)draft["Published"]!);
        Assert.Equal((string?)published["ContentItemVersionId"], (string?)seen["ContentItemVersionId"]);
        Assert.Equal("先发布", (string?)seen["DisplayText"]);
    }

    [Fact]
    public async Task A_publishing_update_adds_one_version_and_ignores_posted_flags()
    {
        using var client = await site.AdministratorAsync();
        var published = await client.SavedAsync(await site.NewsAsync("两个版本"));
        var change = published.DeepClone().AsObject();
        (change["Latest"], change["Published"]) = (false, false);

        var again = await client.SavedAsync(change);

        Assert.True((bool)again["Latest"]!);
        Assert.True((bool)again["Published"]!);
        Assert.Equal(2, await RowsAsync(published.Id()));
    }

    [Fact]
    public async Task A_new_draft_keeps_its_title_and_gets_a_permalink()
    {
        using var client = await site.AdministratorAsync();
        var posted = await site.NewsAsync("一篇草稿");
        posted.Remove("TitlePart");
        (posted["Latest"], posted["Published"]) = (true, true);

        var draft = await client.SavedAsync(posted, draft: true);

        Assert.True((bool)draft["Latest"]!);
        Assert.False((bool)draft["Published"]!);
        Assert.Equal("一篇草稿", (string?)draft["DisplayText"]);
        Assert.Equal("news/一篇草稿", (string?)draft["AutoroutePart"]!["Path"]);
    }

    [Fact]
    public async Task A_permalink_in_use_is_refused_in_the_words_clients_know()
    {
        using var client = await site.AdministratorAsync();
        var first = await client.SavedAsync(await site.NewsAsync("占用网址"));
        var second = await site.NewsAsync("另一篇");
        second["AutoroutePart"] = new JsonObject { ["Path"] = (string?)first["AutoroutePart"]!["Path"] };

        using var answer = await client.SaveAsync(second);
        var problem = await answer.JsonAsync();

        Assert.Equal(HttpStatusCode.BadRequest, answer.StatusCode);
        Assert.Equal("application/problem+json", answer.Content.Headers.ContentType?.MediaType);
        Assert.Equal("https://tools.ietf.org/html/rfc9110#section-15.5.1", (string?)problem["type"]);
        Assert.Equal("One or more validation errors occurred.", (string?)problem["title"]);
        Assert.Equal("Your permalink is already in use.", (string?)problem["detail"]);
        Assert.Equal("Your permalink is already in use.", (string?)problem["errors"]!["AutoroutePart.Path"]![0]);
    }

    [Theory]
    [InlineData("NoSuchType")]
    [InlineData("")]
    public async Task An_unknown_content_type_is_refused(string type)
    {
        using var client = await site.AdministratorAsync();
        var item = await site.NewsAsync("类型不明");
        item["ContentType"] = type;

        using var answer = await client.SaveAsync(item);

        Assert.Equal(HttpStatusCode.BadRequest, answer.StatusCode);
    }

    [Fact]
    public async Task A_new_item_gets_its_own_id_whatever_was_posted()
    {
        using var client = await site.AdministratorAsync();
        var item = await site.NewsAsync("自选编号");
        item["ContentItemId"] = "mine";

        var saved = await client.SavedAsync(item);

        Assert.Matches("^4[0-9a-hjkmnp-tv-z]{25}$", saved.Id());
    }

    [Theory]
    [InlineData("?draft=1", HttpStatusCode.BadRequest)]
    [InlineData("?draft=", HttpStatusCode.BadRequest)]
    [InlineData("?draft=yes", HttpStatusCode.BadRequest)]
    [InlineData("?draft=TRUE", HttpStatusCode.OK)]
    [InlineData("?draft=false", HttpStatusCode.OK)]
    public async Task The_draft_flag_is_strict(string query, HttpStatusCode expected)
    {
        using var client = await site.AdministratorAsync();
        using var body = new StringContent((await site.NewsAsync("标志" + query)).ToJsonString(), Encoding.UTF8, "application/json");

        using var answer = await client.PostAsync("/api/content" + query, body, Cancel);

        Assert.Equal(expected, answer.StatusCode);
    }

    [Theory]
    [InlineData("text/plain", "{}", HttpStatusCode.UnsupportedMediaType)]
    [InlineData("application/json", "{\"ContentType\":\"BranchNews\",}", HttpStatusCode.BadRequest)]
    [InlineData("application/json", "null", HttpStatusCode.BadRequest)]
    [InlineData("application/json", "[]", HttpStatusCode.BadRequest)]
    [InlineData("application/json", "", HttpStatusCode.BadRequest)]
    [InlineData("application/json", "{\"a\":1,\"a\":2}", HttpStatusCode.BadRequest)]
    [InlineData("application/json", "{\"DisplayText\":\"\\ud800\"}", HttpStatusCode.BadRequest)]
    [InlineData("application/json", "{\"DisplayText\":\"\\u0000\"}", HttpStatusCode.BadRequest)]
    public async Task A_body_that_is_no_json_object_is_refused(string contentType, string text, HttpStatusCode expected)
    {
        using var client = await site.AdministratorAsync();
        using var body = new StringContent(text, Encoding.UTF8, contentType);

        using var answer = await client.PostAsync("/api/content", body, Cancel);

        Assert.Equal(expected, answer.StatusCode);
    }

    [Theory]
    [InlineData("application/json; charset=\"UTF-8\"", "")]
    [InlineData("application/json", "\uFEFF")]
    public async Task A_quoted_charset_and_the_mark_of_Windows_are_no_fault(string contentType, string mark)
    {
        using var client = await site.AdministratorAsync();
        using var content = new ByteArrayContent(
            Encoding.UTF8.GetBytes(mark + (await site.NewsAsync("带标记的正文")).ToJsonString()));
        content.Headers.ContentType = MediaTypeHeaderValue.Parse(contentType);

        using var answer = await client.PostAsync("/api/content?draft=true", content, Cancel);

        Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
    }

    [Theory]
    [InlineData("🎉")]
    [InlineData("..")]
    public async Task A_permalink_without_a_letter_is_made_of_the_title(string asked)
    {
        using var client = await site.AdministratorAsync();
        var item = await site.NewsAsync("没有字母的网址 " + Guid.CreateVersion7().ToString("N"));
        item["AutoroutePart"] = new JsonObject { ["Path"] = asked };

        using var answer = await client.SaveAsync(item, draft: true);

        Assert.StartsWith("news/没有字母的网址-", (string?)(await answer.JsonAsync())["AutoroutePart"]!["Path"], StringComparison.Ordinal);
    }

    [Fact]
    public async Task Drafts_and_unknown_items_are_not_there_for_readers()
    {
        using var client = await site.AdministratorAsync();
        var draft = await client.SavedAsync(await site.NewsAsync("只是草稿"), draft: true);

        Assert.Equal(HttpStatusCode.NotFound, await StatusAsync(client, draft.Id()));
        Assert.Equal(HttpStatusCode.NotFound, await StatusAsync(client, "4000000000000000000000unkn"));
    }

    [Fact]
    public async Task A_deleted_item_is_answered_once_and_then_gone()
    {
        using var client = await site.AdministratorAsync();
        var item = await client.SavedAsync(await site.NewsAsync("要删除的"));

        using var first = await client.DeleteAsync("/api/content/" + item.Id(), Cancel);
        using var second = await client.DeleteAsync("/api/content/" + item.Id(), Cancel);
        var deleted = await first.JsonAsync();

        Assert.Equal(HttpStatusCode.OK, first.StatusCode);
        Assert.False((bool)deleted["Latest"]!);
        Assert.False((bool)deleted["Published"]!);
        Assert.Equal(HttpStatusCode.NotFound, second.StatusCode);
        Assert.Equal(HttpStatusCode.NotFound, await StatusAsync(client, item.Id()));
    }

    [Fact]
    public async Task Unknown_objects_survive_and_unknown_scalars_are_dropped()
    {
        using var client = await site.AdministratorAsync();
        var item = await site.NewsAsync("未知部件");
        item["X"] = new JsonObject { ["a"] = 1 };
        item["Y"] = 1;

        var saved = await client.GetJsonAsync("/api/content/" + (await client.SavedAsync(item)).Id());

        Assert.Equal(1, (int)saved["X"]!["a"]!);
        Assert.False(saved.ContainsKey("Y"));
    }

    [Fact]
    public async Task An_update_replaces_arrays_merges_objects_and_takes_no_null()
    {
        using var client = await site.AdministratorAsync();
        var item = await site.NewsAsync("合并规则");
        item["Tags"] = new JsonObject { ["Ids"] = new JsonArray("a", "b"), ["Kept"] = "k" };
        var saved = await client.SavedAsync(item);

        var merged = await client.SavedAsync(JsonNode.Parse($$"""
            {"ContentItemId":"{{saved.Id()}}","Tags":{"Ids":["c"]},"HtmlBodyPart":{"Html":null},"TitlePart":null}
            """)!);

        Assert.Equal(["c"], merged["Tags"]!["Ids"]!.AsArray().Select(id => (string?)id));
        Assert.Equal("k", (string?)merged["Tags"]!["Kept"]);
        Assert.Equal((string?)saved["HtmlBodyPart"]!["Html"], (string?)merged["HtmlBodyPart"]!["Html"]);
        Assert.Equal("合并规则", (string?)merged["DisplayText"]);
    }

    [Fact]
    public async Task A_changed_display_text_is_the_new_title()
    {
        using var client = await site.AdministratorAsync();
        var saved = await client.SavedAsync(await site.NewsAsync("旧标题"));
        saved["DisplayText"] = "新标题";

        var renamed = await client.SavedAsync(saved);

        Assert.Equal("新标题", (string?)renamed["DisplayText"]);
        Assert.Equal("新标题", (string?)renamed["TitlePart"]!["Title"]);
    }

    [Fact]
    public async Task An_absent_owner_stays()
    {
        using var client = await site.AdministratorAsync();
        var item = await site.NewsAsync("归属");
        item["Owner"] = "4someowner";
        var saved = await client.SavedAsync(item);
        saved.Remove("Owner");

        var again = await client.SavedAsync(saved);

        Assert.Equal("4someowner", (string?)again["Owner"]);
        Assert.Equal("test-client", (string?)again["Author"]);
    }

    [Fact]
    public async Task Base_dates_are_utc_with_up_to_seven_digits()
    {
        using var client = await site.AdministratorAsync();

        var saved = await client.SavedAsync(await site.NewsAsync("日期"));

        Assert.All(["ModifiedUtc", "PublishedUtc", "CreatedUtc"], name => Assert.Matches(BaseDate(), (string)saved[name]!));
    }

    [Fact]
    public async Task Chinese_travels_as_it_is()
    {
        using var client = await site.AdministratorAsync();
        var saved = await client.SavedAsync(await site.NewsAsync("汉字与😀"));

        var text = await client.GetStringAsync("/api/content/" + saved.Id(), Cancel);

        Assert.Contains("汉字与", text, StringComparison.Ordinal);
        Assert.Equal("汉字与😀", (string?)JsonNode.Parse(text)!["DisplayText"]);
    }

    [Fact]
    public async Task A_branch_is_asked_for_and_must_exist()
    {
        using var client = await site.AdministratorAsync();
        var without = await site.NewsAsync("没有支部");
        without.Remove("PartyBranchPart");
        var unknown = await site.NewsAsync("支部不明");
        unknown["PartyBranchPart"]!["BranchId"] = Guid.Empty.ToString();

        using var first = await client.SaveAsync(without);
        using var second = await client.SaveAsync(unknown);

        Assert.Equal(HttpStatusCode.BadRequest, first.StatusCode);
        Assert.NotNull((await first.JsonAsync())["errors"]!["PartyBranchPart.BranchId"]);
        Assert.Equal(HttpStatusCode.BadRequest, second.StatusCode);
        Assert.Equal("The branch does not exist.", (string?)(await second.JsonAsync())["detail"]);
    }

    [Fact]
    public async Task What_a_client_holds_already_is_not_sent_again()
    {
        using var client = await site.AdministratorAsync();
        using var saved = await client.SaveAsync(await site.NewsAsync("未变"));
        using var request = new HttpRequestMessage(HttpMethod.Get, "/api/content/" + (await saved.JsonAsync()).Id());
        request.Headers.IfNoneMatch.Add(saved.Headers.ETag!);

        using var answer = await client.SendAsync(request, Cancel);

        Assert.Equal(HttpStatusCode.NotModified, answer.StatusCode);
        Assert.Equal(saved.Headers.ETag, answer.Headers.ETag);
    }

    private static async Task<HttpStatusCode> StatusAsync(HttpClient client, string id)
    {
        using var answer = await client.GetAsync("/api/content/" + id, Cancel);
        return answer.StatusCode;
    }

    private Task<int> RowsAsync(string id) => site.WithServicesAsync(services =>
        services.GetRequiredService<CmsDbContext>().Set<ContentItem>().CountAsync(item => item.ContentItemId == id, Cancel));

    [GeneratedRegex(@"^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(\.\d{1,7})?Z$")]
    private static partial Regex BaseDate();
}
