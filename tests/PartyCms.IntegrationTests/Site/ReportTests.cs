using System.Net;
using Microsoft.Extensions.DependencyInjection;
using PartyCms.Kernel.Data;
using PartyCms.Participation.Reports;

namespace PartyCms.IntegrationTests.Site;

public sealed class ReportTests(CmsFactory site) : IClassFixture<CmsFactory>
{
    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_report_is_kept_for_the_operators_with_the_page_it_is_about()
    {
        using var visitor = site.CreateVisitor();

        using var answer = await CmsFactory.PostFormAsync(visitor, "/report?url=/news/x", new()
        {
            ["url"] = "/news/x",
            ["Kind"] = "Broken",
            ["Text"] = "第二张表看不全",
            ["Contact"] = "",
        });
        var stored = await site.WithServicesAsync(services => services.GetRequiredService<CmsDbContext>()
            .Set<PageReport>().SingleAsync(report => report.Text == "第二张表看不全", Cancel));

        Assert.Equal("/report/thanks", answer.Headers.Location!.OriginalString);
        Assert.Equal(("/news/x", ReportKind.Broken, null), (stored.Address, stored.Kind, stored.Contact));
    }

    [Fact]
    public async Task A_report_without_words_is_asked_for_them()
    {
        using var visitor = site.CreateVisitor();

        using var answer = await CmsFactory.PostFormAsync(visitor, "/report", new() { ["Text"] = "", ["Contact"] = "100-2012" });
        var html = await answer.Content.ReadAsStringAsync(Cancel);

        Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
        Assert.Contains("请填写哪里不对", html, StringComparison.Ordinal);
        Assert.Contains("value=\"100-2012\"", html, StringComparison.Ordinal);
    }

    [Fact]
    public async Task An_address_of_another_site_is_not_repeated()
    {
        using var visitor = site.CreateVisitor();

        var html = await visitor.GetStringAsync("/report?url=//evil.example/x", Cancel);

        Assert.DoesNotContain("href=\"//evil.example", html, StringComparison.Ordinal);
    }

    [Fact]
    public async Task An_operator_sees_a_report_and_marks_it_handled()
    {
        using var visitor = site.CreateVisitor();
        using var sent = await CmsFactory.PostFormAsync(visitor, "/report", new() { ["Text"] = "页脚的电话不对" });
        using var admin = await site.SignInAsync("admin");
        var id = await site.WithServicesAsync(services => services.GetRequiredService<CmsDbContext>()
            .Set<PageReport>().Where(report => report.Text == "页脚的电话不对").Select(report => report.Id).SingleAsync(Cancel));

        var waiting = await admin.GetStringAsync("/admin/reports", Cancel);
        using var handled = await CmsFactory.PostFormAsync(admin, "/admin/reports", new() { ["id"] = $"{id}" });

        Assert.Contains("页脚的电话不对", waiting, StringComparison.Ordinal);
        Assert.DoesNotContain("页脚的电话不对", await admin.GetStringAsync("/admin/reports", Cancel), StringComparison.Ordinal);
        Assert.Contains("页脚的电话不对", await admin.GetStringAsync("/admin/reports?handled=true", Cancel), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_secretary_does_not_see_the_reports()
    {
        using var secretary = await site.SignInAsync("secretary");

        using var answer = await secretary.GetAsync("/admin/reports", Cancel);

        Assert.NotEqual(HttpStatusCode.OK, answer.StatusCode);
    }
}
