using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Options;
using PartyCms.Kernel;
using PartyCms.Kernel.Web;
using PartyCms.WeChat;
using PartyCms.WeChat.Conversation;

namespace PartyCms.UnitTests.WeChat;

public sealed class SiteLinkTests
{
    [Theory]
    [InlineData("https://dj.example.cn", "https://dj.example.cn/lessons/today")]
    [InlineData("", "http://127.0.0.1:6001/lessons/today")]
    public void A_link_begins_with_the_public_origin_or_else_with_the_address_that_was_called(
        string publicOrigin, string link)
    {
        var http = new HttpContextAccessor { HttpContext = new DefaultHttpContext() };
        http.HttpContext.Request.Scheme = "http";
        http.HttpContext.Request.Host = new HostString("127.0.0.1", 6001);
        var options = Options.Create(new CmsOptions { PublicOrigin = publicOrigin });

        var links = new SiteLink(options, new PublicOrigin(options), Options.Create(new WeChatOptions()), http);

        Assert.Equal(link, links.To("/lessons/today"));
    }
}
