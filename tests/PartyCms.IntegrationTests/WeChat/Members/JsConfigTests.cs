using System.Net;
using System.Net.Http.Json;
using System.Text.Json.Nodes;
using PartyCms.WeChat.Client.JsSdk;

namespace PartyCms.IntegrationTests.WeChat.Members;

public sealed class JsConfigTests(MembersSite site) : IClassFixture<MembersSite>
{
    private const string Page = "https://dj.example.cn/news/a?from=timeline&code=1";

    [Fact]
    public async Task A_page_of_the_site_is_signed_as_its_reader_has_it()
    {
        site.WeChat.Answer("/cgi-bin/ticket/getticket", """{"errcode":0,"errmsg":"ok","ticket":"TICKET","expires_in":7200}""");
        using var reader = site.CreateVisitor();

        var signed = await reader.GetFromJsonAsync<JsonObject>($"/api/wechat/jsconfig?url={Uri.EscapeDataString(Page)}", Cancel);

        Assert.Equal("wxba5fad812f8e6fb9", (string?)signed?["appId"]);
        Assert.Equal(
            JsSdkSignature.Compute("TICKET", (string)signed!["nonceStr"]!, (long)signed["timestamp"]!, Page),
            (string?)signed["signature"]);
    }

    [Fact]
    public async Task The_ticket_does_not_leave_the_server()
    {
        site.WeChat.Answer("/cgi-bin/ticket/getticket", """{"errcode":0,"errmsg":"ok","ticket":"TICKET","expires_in":7200}""");
        using var reader = site.CreateVisitor();

        Assert.DoesNotContain(
            "TICKET",
            await reader.GetStringAsync($"/api/wechat/jsconfig?url={Uri.EscapeDataString(Page)}", Cancel),
            StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("")]
    [InlineData("https://evil.example/news/a")]
    [InlineData("https://dj.example.cn.evil.example/")]
    [InlineData("https://dj.example.cn@evil.example/")]
    [InlineData("http://dj.example.cn/news/a")]
    [InlineData("https://dj.example.cn:8443/news/a")]
    [InlineData("https://dj.example.cn/news/a#top")]
    [InlineData("/news/a")]
    public async Task A_page_of_anybody_else_is_not_signed(string url)
    {
        using var reader = site.CreateVisitor();

        using var answer = await reader.GetAsync($"/api/wechat/jsconfig?url={Uri.EscapeDataString(url)}", Cancel);

        Assert.Equal(HttpStatusCode.BadRequest, answer.StatusCode);
    }

    [Fact]
    public async Task Every_public_page_carries_the_script_and_what_the_card_shows()
    {
        using var reader = site.CreateVisitor(inWeChat: false);

        foreach (var page in new[] { "/", "/news", "/lessons", "/disclosures", "/branches" })
        {
            var html = await reader.GetStringAsync(page, Cancel);
            Assert.Contains("js/wechat.", html, StringComparison.Ordinal);
            Assert.Matches("<meta property=\"og:title\" content=\"[^\"]+\">", html);
            Assert.Matches("<meta property=\"og:description\" content=\"[^\"]+\">", html);
            Assert.Matches("<meta property=\"og:image\" content=\"https://dj\\.example\\.cn/[^\"]+\">", html);
        }
    }

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;
}
