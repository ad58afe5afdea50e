using System.Net;

namespace PartyCms.IntegrationTests.Disclosure;

public sealed class DisclosurePagesTests(CmsFactory site) : IClassFixture<CmsFactory>
{
    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Fact]
    public async Task The_list_filters_by_group_rhythm_and_branch()
    {
        using var visitor = site.CreateVisitor();

        var html = await visitor.GetStringAsync("/disclosures?group=Dues&rhythm=Regular&branch=qinghe", Cancellation);

        Assert.Contains("共 1 份", html, StringComparison.Ordinal);
        Assert.Contains("上年度党费和活动经费收支", html, StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_pages_of_the_list_hold_every_document_once()
    {
        using var visitor = site.CreateVisitor();

        var first = await visitor.GetStringAsync("/disclosures", Cancellation);
        var next = System.Text.RegularExpressions.Regex.Match(first, "href=\"(/disclosures\\?after=[^\"]+)\"").Groups[1].Value;
        var second = await visitor.GetStringAsync(next, Cancellation);

        Assert.Contains("共 30 份", first, StringComparison.Ordinal);
        Assert.Contains("上季度建议办理结果", first, StringComparison.Ordinal);
        Assert.DoesNotContain("上季度建议办理结果", second, StringComparison.Ordinal);
        Assert.Contains("支部委员会分工和联系时段", second, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("/disclosures?group=dues")]
    [InlineData("/disclosures?group=5")]
    [InlineData("/disclosures?rhythm=Never")]
    [InlineData("/disclosures?branch=no-such-branch")]
    [InlineData("/disclosures/no-such-document")]
    [InlineData("/disclosures/qinghe-volunteer-draft")]
    public async Task Unknown_wishes_and_drafts_are_not_found(string path)
    {
        using var visitor = site.CreateVisitor();

        using var answer = await visitor.GetAsync(path, Cancellation);

        Assert.Equal(HttpStatusCode.NotFound, answer.StatusCode);
    }

    [Fact]
    public async Task A_broken_cursor_shows_the_first_page()
    {
        using var visitor = site.CreateVisitor();

        Assert.Contains(
            "上季度建议办理结果", await visitor.GetStringAsync("/disclosures?after=%00-zzz", Cancellation), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_document_shows_its_facts_and_its_correction()
    {
        using var visitor = site.CreateVisitor();

        var html = await visitor.GetStringAsync("/disclosures/muge-dues-half-year", Cancellation);

        Assert.Contains("党费收支", html, StringComparison.Ordinal);
        Assert.Contains("定期公开", html, StringComparison.Ordinal);
        Assert.Contains("面向社会", html, StringComparison.Ordinal);
        Assert.Contains("首次公布时漏列", html, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_withdrawn_document_answers_410_with_the_reason()
    {
        using var visitor = site.CreateVisitor();

        using var answer = await visitor.GetAsync("/disclosures/shanghui-training-signup", Cancellation);

        Assert.Equal(HttpStatusCode.Gone, answer.StatusCode);
        Assert.Contains("发现后二十分钟内撤下", await answer.Content.ReadAsStringAsync(Cancellation), StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_home_page_shows_the_newest_disclosures()
    {
        using var visitor = site.CreateVisitor();

        Assert.Contains("上季度建议办理结果", await visitor.GetStringAsync("/", Cancellation), StringComparison.Ordinal);
    }
}
