using System.Net;
using System.Net.Http.Json;
using System.Text.Json;
using PartyCms.IntegrationTests.Disclosure;

namespace PartyCms.IntegrationTests.Search;

public sealed class SuggestTests(CmsFactory site) : IClassFixture<CmsFactory>
{
    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Theory]
    [InlineData("食堂")]
    [InlineData("食")]
    [InlineData(" 食堂")]
    public async Task Titles_that_hold_what_was_typed_are_suggested(string typed)
    {
        using var visitor = site.CreateVisitor();

        var items = await SuggestAsync(visitor, typed);

        Assert.InRange(items.Count, 1, 8);
        Assert.All(items, item => Assert.Contains(typed.Trim(), item.GetProperty("title").GetString(), StringComparison.Ordinal));
        Assert.All(items, item => Assert.StartsWith("/", item.GetProperty("url").GetString(), StringComparison.Ordinal));
    }

    [Theory]
    [InlineData("")]
    [InlineData("  ")]
    [InlineData("*\"(")]
    [InlineData("\uD83C")]
    [InlineData("没有这样的标题")]
    public async Task Nothing_that_can_be_typed_is_an_error(string typed)
    {
        using var visitor = site.CreateVisitor();

        Assert.Empty(await SuggestAsync(visitor, typed));
    }

    [Fact]
    public async Task Too_much_is_turned_away()
    {
        using var visitor = site.CreateVisitor();

        using var answer = await visitor.GetAsync("/api/search/suggest?q=" + new string('a', 101), Cancellation);

        Assert.Equal(HttpStatusCode.BadRequest, answer.StatusCode);
    }

    [Fact]
    public async Task Drafts_are_suggested_to_nobody()
    {
        await site.AddDraftAsync("珊瑚屿值班表", "<p>值班表。</p>");
        using var secretary = await site.SignInAsync("secretary");

        Assert.Empty(await SuggestAsync(secretary, "珊瑚屿"));
    }

    [Fact]
    public async Task Titles_come_in_the_characters_of_the_page()
    {
        using var visitor = site.CreateVisitor();
        visitor.DefaultRequestHeaders.Add("Cookie", "display=standard.hant.auto");

        var items = await SuggestAsync(visitor, "黨員");

        Assert.NotEmpty(items);
        Assert.All(items, item => Assert.Contains("黨", item.GetProperty("title").GetString(), StringComparison.Ordinal));
    }

    [Fact]
    public async Task An_answer_is_kept_shortly_and_by_one_reader_only()
    {
        using var visitor = site.CreateVisitor();

        using var answer = await visitor.GetAsync("/api/search/suggest?q=食堂", Cancellation);

        Assert.Equal((true, TimeSpan.FromSeconds(30)), (answer.Headers.CacheControl?.Private, answer.Headers.CacheControl?.MaxAge));
    }

    private static async Task<List<JsonElement>> SuggestAsync(HttpClient client, string typed)
    {
        var answer = await client.GetFromJsonAsync<JsonElement>(
            "/api/search/suggest?q=" + Uri.EscapeDataString(typed), Cancellation);
        return [.. answer.GetProperty("items").EnumerateArray()];
    }
}
