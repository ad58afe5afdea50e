using System.Net;

namespace PartyCms.IntegrationTests.WeChat;

public sealed class WeChatSettingsTests(CmsFactory site) : IClassFixture<CmsFactory>
{
    [Fact]
    public async Task Without_an_account_the_callback_does_not_exist()
    {
        using var client = site.CreateVisitor();
        using var content = new StringContent("<xml/>");

        using var proof = await client.GetAsync("/wechat?echostr=1", TestContext.Current.CancellationToken);
        using var push = await client.PostAsync("/wechat", content, TestContext.Current.CancellationToken);

        Assert.Equal(HttpStatusCode.NotFound, proof.StatusCode);
        Assert.Equal(HttpStatusCode.NotFound, push.StatusCode);
    }
}
