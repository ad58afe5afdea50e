using System.Net;

namespace PartyCms.IntegrationTests.WeChat.Members;

public sealed class WithoutAccountTests(CmsFactory site) : IClassFixture<CmsFactory>
{
    [Theory]
    [InlineData("/wechat/oauth")]
    [InlineData("/wechat/oauth/callback?code=C&state=S")]
    [InlineData("/api/wechat/jsconfig?url=http%3A%2F%2Flocalhost%2F")]
    [InlineData("/me/wechat")]
    public async Task What_needs_an_account_is_not_there(string address)
    {
        using var visitor = site.CreateVisitor();

        using var answer = await visitor.GetAsync(address, TestContext.Current.CancellationToken);

        Assert.Equal(HttpStatusCode.NotFound, answer.StatusCode);
    }

    [Fact]
    public async Task Public_pages_load_no_script_of_WeChat()
    {
        using var visitor = site.CreateVisitor();

        Assert.DoesNotContain(
            "js/wechat.", await visitor.GetStringAsync("/news", TestContext.Current.CancellationToken), StringComparison.Ordinal);
    }
}
