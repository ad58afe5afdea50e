using System.Net;
using System.Text.RegularExpressions;

namespace PartyCms.IntegrationTests;

public sealed partial class PublicPagesTests(CmsFactory site) : IClassFixture<CmsFactory>
{
    [Theory]
    [InlineData("/")]
    [InlineData("/account/login")]
    [InlineData("/health/live")]
    public async Task Everybody_may_read(string path)
    {
        using var visitor = site.CreateVisitor();

        using var answer = await visitor.GetAsync(path, TestContext.Current.CancellationToken);

        Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
    }

    [Theory]
    [InlineData("/news/")]
    [InlineData("/guides/")]
    [InlineData("/notices/")]
    [InlineData("/disclosures/")]
    [InlineData("/lessons/")]
    [InlineData("/courses/")]
    public async Task The_head_of_an_item_tells_its_own_title_and_summary(string prefix)
    {
        using var visitor = site.CreateVisitor();
        var map = await visitor.GetStringAsync("/sitemap.xml", TestContext.Current.CancellationToken);
        var path = Address().Matches(map).Select(match => new Uri(match.Groups[1].Value).PathAndQuery)
            .First(address => address.StartsWith(prefix, StringComparison.Ordinal));

        var page = await visitor.GetStringAsync(path, TestContext.Current.CancellationToken);

        var heading = Heading().Match(page).Groups[1].Value;
        Assert.NotEmpty(heading);
        Assert.Contains($"<title>{heading} - ", page, StringComparison.Ordinal);
        Assert.Contains($"<meta property=\"og:title\" content=\"{heading}\">", page, StringComparison.Ordinal);
        Assert.DoesNotContain("：支部动态、党务公开、每日党课和党务指南。", page, StringComparison.Ordinal);
    }

    [Fact]
    public async Task An_unknown_address_is_404_with_a_page_for_people()
    {
        using var visitor = site.CreateVisitor();

        using var answer = await visitor.GetAsync("/no-such-page", TestContext.Current.CancellationToken);

        Assert.Equal(HttpStatusCode.NotFound, answer.StatusCode);
        Assert.Contains("没有找到这一页", await answer.Content.ReadAsStringAsync(TestContext.Current.CancellationToken), StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_administration_asks_a_visitor_to_sign_in()
    {
        using var visitor = site.CreateVisitor();

        using var answer = await visitor.GetAsync("/admin", TestContext.Current.CancellationToken);

        Assert.Equal(HttpStatusCode.Redirect, answer.StatusCode);
        Assert.StartsWith("/account/login", answer.Headers.Location!.PathAndQuery, StringComparison.Ordinal);
    }

    [GeneratedRegex("<loc>([^<]+)</loc>")]
    private static partial Regex Address();

    [GeneratedRegex("<h1>([^<]+)</h1>")]
    private static partial Regex Heading();
}
