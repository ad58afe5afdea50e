using System.Net;
using System.Text.RegularExpressions;

namespace PartyCms.IntegrationTests.Site;

public sealed partial class DisplayTests(CmsFactory site) : IClassFixture<CmsFactory>
{
    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Theory]
    [InlineData("size=xlarge", "data-size=\"xlarge\"")]
    [InlineData("theme=dark", "data-theme=\"dark\"")]
    [InlineData("script=hant", "lang=\"zh-Hant\"")]
    public async Task A_choice_changes_the_page_and_keeps_the_readers_place(string choice, string mark)
    {
        using var visitor = site.CreateVisitor();

        using var change = await visitor.GetAsync($"/display?{choice}&return=/guides", Cancel);
        var html = await visitor.GetStringAsync("/guides", Cancel);

        Assert.Equal("/guides", change.Headers.Location!.OriginalString);
        Assert.Contains(mark, html, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Readers_with_other_settings_never_get_each_others_page()
    {
        using var reader = site.CreateVisitor();
        using var other = site.CreateVisitor();
        using var change = await reader.GetAsync("/display?size=large", Cancel);

        var first = await reader.GetStringAsync("/notices", Cancel);
        var second = await other.GetStringAsync("/notices", Cancel);
        var third = await reader.GetStringAsync("/notices", Cancel);

        Assert.Contains("data-size=\"large\"", first, StringComparison.Ordinal);
        Assert.Contains("data-size=\"standard\"", second, StringComparison.Ordinal);
        Assert.Contains("data-size=\"large\"", third, StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_reading_settings_lead_back_to_the_page_with_its_query()
    {
        using var visitor = site.CreateVisitor();

        var html = await visitor.GetStringAsync("/branches?q=a%26b", Cancel);

        Assert.Contains("return=%2Fbranches%3Fq%3Da%2526b\"", html, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Traditional_pages_convert_the_text_and_keep_the_links()
    {
        await site.PublishGuideAsync("党费怎么交", "党费-怎么交");
        using var visitor = site.CreateVisitor();
        using var change = await visitor.GetAsync("/display?script=hant", Cancel);

        var list = await visitor.GetStringAsync("/guides", Cancel);
        var href = GuideLink().Matches(list).Select(match => match.Groups[1].Value)
            .Single(link => link.Contains(Uri.EscapeDataString("党费"), StringComparison.Ordinal));
        using var answer = await visitor.GetAsync(href, Cancel);

        Assert.Contains("黨費怎麼交", list, StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
    }

    [Theory]
    [InlineData("/搜索")]
    [InlineData("//elsewhere.example")]
    [InlineData("/\\elsewhere.example")]
    [InlineData("https://elsewhere.example")]
    public async Task A_place_that_cannot_be_a_redirect_leads_home(string place)
    {
        using var visitor = site.CreateVisitor();

        using var answer = await visitor.GetAsync("/display?size=large&return=" + Uri.EscapeDataString(place), Cancel);

        Assert.Equal("/", answer.Headers.Location!.OriginalString);
    }

    [GeneratedRegex("href=\"(/guides/[^\"]+)\"")]
    private static partial Regex GuideLink();
}
