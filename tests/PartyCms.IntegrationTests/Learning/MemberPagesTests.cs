using System.Net;

namespace PartyCms.IntegrationTests.Learning;

public sealed class MemberPagesTests(CmsFactory site) : IClassFixture<CmsFactory>
{
    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Theory]
    [InlineData("/me")]
    [InlineData("/me/record")]
    [InlineData("/me/data")]
    [InlineData("/me/data?handler=Export")]
    public async Task A_visitor_is_asked_to_sign_in(string path)
    {
        using var visitor = site.CreateVisitor();

        using var answer = await visitor.GetAsync(path, Cancel);

        Assert.Equal(HttpStatusCode.Redirect, answer.StatusCode);
        Assert.StartsWith("/account/login", answer.Headers.Location!.PathAndQuery, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("/me")]
    [InlineData("/me/record")]
    [InlineData("/me/data")]
    [InlineData("/me/data?handler=Export")]
    public async Task A_member_reads_the_own_pages_and_nobody_keeps_them(string path)
    {
        using var member = await site.SignInAsync("member");
        var own = await site.MemberAsync("member");

        using var answer = await member.GetAsync(path, Cancel);

        Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
        Assert.Contains(own.Name, await answer.Content.ReadAsStringAsync(Cancel), StringComparison.Ordinal);
        Assert.True(answer.Headers.CacheControl?.NoStore);
    }

    [Theory]
    [InlineData("/me")]
    [InlineData("/me/record")]
    [InlineData("/me/data")]
    public async Task An_account_bound_to_nobody_gets_a_friendly_page(string path)
    {
        using var reviewer = await site.SignInAsync("reviewer");

        var page = await reviewer.GetStringAsync(path, Cancel);

        Assert.Contains("还没有和党员名册对应", page, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Taking_the_data_away_is_noted()
    {
        using var member = await site.SignInAsync("member2");

        await member.GetStringAsync("/me/data?handler=Export", Cancel);

        Assert.Contains("导出数据", await member.GetStringAsync("/me/data", Cancel), StringComparison.Ordinal);
    }
}
