using PartyCms.WeChat.Members.Sharing;

namespace PartyCms.UnitTests.WeChat.Members;

public sealed class OwnPageTests
{
    [Theory]
    [InlineData("https://dj.example.cn/", true)]
    [InlineData("https://dj.example.cn", true)]
    [InlineData("https://DJ.example.cn:443/news?a=1&b=%E5%85%9A", true)]
    [InlineData("http://127.0.0.1:5080/lessons", true)]
    [InlineData("http://dj.example.cn/", false)]
    [InlineData("https://dj.example.cn:444/", false)]
    [InlineData("https://sub.dj.example.cn/", false)]
    [InlineData("https://dj.example.cn.evil.example/", false)]
    [InlineData("https://user@dj.example.cn/", false)]
    [InlineData("https://dj.example.cn/a#b", false)]
    [InlineData("https://dj.example.cn/a b", false)]
    [InlineData("https://dj.example.cn\\@evil.example/", false)]
    [InlineData("//dj.example.cn/", false)]
    [InlineData("javascript:alert(1)", false)]
    [InlineData(null, false)]
    public void Scheme_host_and_port_make_a_page_the_sites_own(string? address, bool isOwn)
    {
        Assert.Equal(isOwn, OwnPage.Is(address, "https://dj.example.cn", "http://127.0.0.1:5080"));
    }
}
