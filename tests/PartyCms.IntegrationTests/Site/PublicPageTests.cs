using System.Net;
using System.Text.RegularExpressions;

namespace PartyCms.IntegrationTests.Site;

public sealed partial class PublicPageTests(CmsFactory site) : IClassFixture<CmsFactory>
{
    private const int LargestPage = 60_000;

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Theory]
    [InlineData("/", "先锋里网络支部")]
    [InlineData("/news", "支部动态")]
    [InlineData("/news/qinghe-fifteen-minute-leak-check", "漏电保护")]
    [InlineData("/guides", "党务指南")]
    [InlineData("/guides/without-a-smartphone", "没有智能手机")]
    [InlineData("/notices", "通知公告")]
    [InlineData("/notices/open-activity-day-registration", "开放活动日")]
    [InlineData("/branches", "竹溪产业园综合党委")]
    [InlineData("/b/qinghe", "先锋里清禾电器有限公司")]
    [InlineData("/b/qinghe/news", "漏电保护")]
    [InlineData("/b/qinghe/disclosures", "上季度建议办理结果")]
    [InlineData("/b/qinghe/notices", "开放活动日")]
    [InlineData("/b/zhuxi-park", "清禾电器党支部")]
    [InlineData("/report?url=/news", "报错与举报")]
    public async Task A_page_shows_what_it_is_about_and_describes_itself(string path, string text)
    {
        using var visitor = site.CreateVisitor();

        using var answer = await visitor.GetAsync(path, Cancel);
        var html = await answer.Content.ReadAsStringAsync(Cancel);

        Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
        Assert.Contains(text, html, StringComparison.Ordinal);
        Assert.Contains("<html lang=\"zh-Hans\"", html, StringComparison.Ordinal);
        Assert.Contains($"<link rel=\"canonical\" href=\"http://localhost{path.Split('?')[0]}\">", html, StringComparison.Ordinal);
        Assert.Matches("<meta name=\"description\" content=\"[^\"]{4,}\">", html);
        Assert.Matches("<meta property=\"og:title\" content=\"[^\"]+\">", html);
        Assert.Matches("<meta property=\"og:image\" content=\"http://localhost/[^\"]+\">", html);
        Assert.Single(Heading().Matches(html));
        Assert.InRange(html.Length, 1, LargestPage);
    }

    [Theory]
    [InlineData("/news/no-such-item")]
    [InlineData("/guides/qinghe-fifteen-minute-leak-check")]
    [InlineData("/b/no-such-branch")]
    [InlineData("/b/no-such-branch/news")]
    [InlineData("/b/qinghe/no-such-list")]
    public async Task An_unknown_address_is_404(string path)
    {
        using var visitor = site.CreateVisitor();

        using var answer = await visitor.GetAsync(path, Cancel);

        Assert.Equal(HttpStatusCode.NotFound, answer.StatusCode);
    }

    [Fact]
    public async Task An_id_leads_to_the_permalink()
    {
        var id = await site.PublishGuideAsync("党员活动室怎么借", "活动室-借用");
        using var visitor = site.CreateVisitor();

        using var answer = await visitor.GetAsync("/guides/" + id, Cancel);

        Assert.Equal(HttpStatusCode.MovedPermanently, answer.StatusCode);
        Assert.Equal("/guides/" + Uri.EscapeDataString("活动室-借用"), answer.Headers.Location!.OriginalString);
    }

    [Fact]
    public async Task A_withdrawn_page_is_410_and_says_why()
    {
        var id = await site.PublishGuideAsync("旧的办法", "old-way");
        using var visitor = site.CreateVisitor();
        using var before = await visitor.GetAsync("/guides/old-way", Cancel);

        Assert.True(await site.WithdrawAsync(id, "办法已经改了"));
        using var answer = await visitor.GetAsync("/guides/old-way", Cancel);

        Assert.Equal(HttpStatusCode.OK, before.StatusCode);
        Assert.Equal(HttpStatusCode.Gone, answer.StatusCode);
        Assert.Contains("办法已经改了", await answer.Content.ReadAsStringAsync(Cancel), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_wide_table_scrolls_in_a_box_of_its_own()
    {
        await site.PublishGuideAsync("表格", "with-table", "<table><tbody><tr><td>一</td></tr></tbody></table>");
        using var visitor = site.CreateVisitor();

        var html = await visitor.GetStringAsync("/guides/with-table", Cancel);

        Assert.Matches("<div class=\"table\" [^>]*tabindex=\"0\"><table><tbody>.*</table></div>", html);
    }

    [Fact]
    public async Task The_directory_finds_a_branch_by_a_part_of_its_name()
    {
        using var visitor = site.CreateVisitor();

        var html = await visitor.GetStringAsync("/branches?q=" + Uri.EscapeDataString("清禾"), Cancel);

        Assert.Contains("href=\"/b/qinghe\"", html, StringComparison.Ordinal);
        Assert.DoesNotContain("href=\"/b/yunfan\"", html, StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_directory_names_every_branch()
    {
        using var visitor = site.CreateVisitor();

        var html = await visitor.GetStringAsync("/branches", Cancel);

        Assert.Equal(42, BranchLink().Count(html));
    }

    [Fact]
    public async Task The_style_sheet_has_a_new_address_for_each_content()
    {
        using var visitor = site.CreateVisitor();
        var html = await visitor.GetStringAsync("/", Cancel);

        using var answer = await visitor.GetAsync(StyleSheet().Match(html).Groups[1].Value, Cancel);

        Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
    }

    [GeneratedRegex("<h1[ >]")]
    private static partial Regex Heading();

    [GeneratedRegex("<li>\\s*<a href=\"/b/[^\"]+\">")]
    private static partial Regex BranchLink();

    [GeneratedRegex("<link rel=\"stylesheet\" href=\"([^\"]+/microsite\\.[a-z0-9]{10}\\.css)\">")]
    private static partial Regex StyleSheet();
}
