using System.Net;
using PartyCms.Participation.Reports;

namespace PartyCms.IntegrationTests.Site;

public sealed class ReportLimitTests(CmsFactory site) : IClassFixture<CmsFactory>
{
    [Fact]
    public async Task A_flood_of_reports_is_turned_away()
    {
        using var visitor = site.CreateVisitor();
        var answers = new List<HttpStatusCode>();
        for (var n = 0; n <= ReportLimit.ReportsAMinute; n++)
        {
            using var answer = await CmsFactory.PostFormAsync(visitor, "/report", new() { ["Text"] = $"第 {n} 条" });
            answers.Add(answer.StatusCode);
        }

        Assert.All(answers[..^1], status => Assert.Equal(HttpStatusCode.Redirect, status));
        Assert.Equal(HttpStatusCode.TooManyRequests, answers[^1]);
    }
}
