using System.Net;
using System.Net.Http.Json;
using System.Text.Json;

namespace PartyCms.IntegrationTests.Search;

/// <summary>How hits spread, how they are narrowed, and how far they can be paged through.</summary>
public sealed class SearchFacetTests(CmsFactory site) : IClassFixture<CmsFactory>
{
    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Theory]
    [InlineData("types", "type")]
    [InlineData("branches", "branch")]
    [InlineData("years", "year")]
    public async Task A_facet_counts_what_choosing_it_gives(string facets, string parameter)
    {
        using var visitor = site.CreateVisitor();

        var values = (await AskAsync(visitor, "q=党员")).GetProperty("facets").GetProperty(facets).EnumerateArray().ToList();

        Assert.NotEmpty(values);
        foreach (var value in values)
        {
            var narrowed = await AskAsync(visitor, $"q=党员&{parameter}={value.GetProperty("value").GetString()}");
            Assert.Equal(value.GetProperty("count").GetInt32(), narrowed.GetProperty("total").GetInt32());
        }
    }

    [Fact]
    public async Task Counts_under_a_filter_are_those_of_the_other_filters()
    {
        using var visitor = site.CreateVisitor();

        var all = await AskAsync(visitor, "q=党员");
        var narrowed = await AskAsync(visitor, "q=党员&type=BranchNews");

        Assert.Equal(all.GetProperty("facets").GetProperty("types").GetRawText(), narrowed.GetProperty("facets").GetProperty("types").GetRawText());
        Assert.Equal(
            narrowed.GetProperty("total").GetInt32(),
            narrowed.GetProperty("facets").GetProperty("years").EnumerateArray().Sum(year => year.GetProperty("count").GetInt32()));
        Assert.All(
            narrowed.GetProperty("items").EnumerateArray(), item => Assert.Equal("BranchNews", item.GetProperty("contentType").GetString()));
    }

    [Fact]
    public async Task The_second_page_goes_on_where_the_first_ends()
    {
        using var visitor = site.CreateVisitor();

        var whole = await AskAsync(visitor, "q=党员&take=10");
        var second = await AskAsync(visitor, "q=党员&skip=4&take=6");

        Assert.Equal(
            whole.GetProperty("items").EnumerateArray().Skip(4).Select(item => item.GetProperty("url").GetString()),
            second.GetProperty("items").EnumerateArray().Select(item => item.GetProperty("url").GetString()));
    }

    [Fact]
    public async Task The_page_offers_what_narrows_it_and_keeps_what_was_chosen()
    {
        using var visitor = site.CreateVisitor();

        var page = await visitor.GetStringAsync("/search?q=党员&type=BranchNews&year=2026", Cancellation);

        Assert.Contains("aria-current=\"true\">支部动态", page, StringComparison.Ordinal);
        Assert.Contains("aria-current=\"true\">2026年", page, StringComparison.Ordinal);
        Assert.Contains("type=BranchNews&amp;branch=", page, StringComparison.Ordinal);
        Assert.Contains("name=\"year\" value=\"2026\"", page, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_range_without_hits_leads_back_to_everything()
    {
        using var visitor = site.CreateVisitor();

        var page = await visitor.GetStringAsync("/search?q=党员&year=1999", Cancellation);

        Assert.Contains("这个范围里没有找到", page, StringComparison.Ordinal);
        Assert.Contains("href=\"/search?q=%E5%85%9A%E5%91%98\"", page, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Whatever_is_in_the_address_the_page_answers()
    {
        using var visitor = site.CreateVisitor();

        using var page = await visitor.GetAsync("/search?q=党员&type=%00&branch=%F0%9F%8E%89&year=99999999999&p=-1", Cancellation);

        Assert.Equal(HttpStatusCode.OK, page.StatusCode);
    }

    [Theory]
    [InlineData("怎么预约活动室")]
    [InlineData("食堂 夜班 没有这种词语")]
    public async Task What_comes_near_is_offered_where_nothing_answers(string query)
    {
        using var visitor = site.CreateVisitor();

        var answer = await AskAsync(visitor, "q=" + Uri.EscapeDataString(query));
        var page = await visitor.GetStringAsync("/search?q=" + Uri.EscapeDataString(query), Cancellation);

        Assert.Equal((0, 0), (answer.GetProperty("total").GetInt32(), answer.GetProperty("items").GetArrayLength()));
        Assert.NotEqual(0, answer.GetProperty("related").GetArrayLength());
        Assert.Contains("相近的内容", page, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Quotes_say_that_nothing_near_will_do()
    {
        using var visitor = site.CreateVisitor();

        var answer = await AskAsync(visitor, "q=" + Uri.EscapeDataString("“食堂 夜班 没有这种词语”"));

        Assert.Equal(0, answer.GetProperty("related").GetArrayLength());
    }

    [Fact]
    public async Task Shorter_words_that_find_something_are_offered()
    {
        using var visitor = site.CreateVisitor();

        var page = await visitor.GetStringAsync("/search?q=" + Uri.EscapeDataString("食堂 鲲鹏展翅"), Cancellation);

        Assert.Contains("href=\"/search?q=%E9%A3%9F%E5%A0%82\"", page, StringComparison.Ordinal);
        Assert.DoesNotContain(Uri.EscapeDataString("鲲鹏") + "\"", page, StringComparison.Ordinal);
    }

    private static Task<JsonElement> AskAsync(HttpClient client, string query) =>
        client.GetFromJsonAsync<JsonElement>("/api/search?" + query, Cancellation);
}
