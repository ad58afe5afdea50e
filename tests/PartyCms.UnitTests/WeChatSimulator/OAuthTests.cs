using System.Net;
using System.Web;
using PartyCms.WeChat.Simulator;
using PartyCms.WeChat.Simulator.Accounts;

namespace PartyCms.UnitTests.WeChatSimulator;

public sealed class OAuthTests(WeChatCaller caller) : IClassFixture<WeChatCaller>
{
    private const string Client = $"appid={SimulatorOptions.DefaultAppId}&secret={SimulatorOptions.DefaultAppSecret}";

    [Fact]
    public async Task A_code_names_a_person_once()
    {
        var person = caller.App.World.Followers.Add("李建国");
        var code = caller.App.World.OAuth.IssueCode(person.OpenId);

        var first = await ExchangeAsync(code);
        var second = await ExchangeAsync(code);

        Assert.Equal(person.OpenId, first["openid"]!.GetValue<string>());
        Assert.Null(first["is_snapshotuser"]);
        Assert.Equal(40163, WeChatCaller.CodeOf(second));
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task A_unionid_is_told_only_to_an_account_of_the_Open_Platform(bool isBound)
    {
        var person = caller.App.World.Followers.Add("李建国");
        await caller.SignInAsync();
        caller.App.World.Account.IsInOpenPlatform = isBound;

        var answer = await ExchangeAsync(caller.App.World.OAuth.IssueCode(person.OpenId));
        var info = await caller.GetWithTokenAsync("/cgi-bin/user/info", $"&openid={person.OpenId}");

        caller.App.World.Account.IsInOpenPlatform = false;
        var told = isBound ? person.UnionId : null;
        Assert.Equal((told, told), ((string?)answer["unionid"], (string?)info["unionid"]));
    }

    [Fact]
    public async Task A_code_ends_after_five_minutes()
    {
        var code = caller.App.World.OAuth.IssueCode("oSomebody");
        caller.App.Clock.Advance(TimeSpan.FromMinutes(5));

        Assert.Equal(42003, WeChatCaller.CodeOf(await ExchangeAsync(code)));
    }

    [Fact]
    public async Task A_snapshot_names_nobody()
    {
        var person = caller.App.World.Followers.Add("李建国");
        caller.App.World.OAuth.GivesSnapshots = true;
        var code = caller.App.World.OAuth.IssueCode(person.OpenId, "snsapi_userinfo");
        caller.App.World.OAuth.GivesSnapshots = false;

        var answer = await ExchangeAsync(code);
        var info = await caller.GetAsync($"/sns/userinfo?access_token={answer["access_token"]}&openid={answer["openid"]}");

        Assert.NotEqual(person.OpenId, answer["openid"]!.GetValue<string>());
        Assert.Equal(1, answer["is_snapshotuser"]!.GetValue<int>());
        Assert.Equal(48001, WeChatCaller.CodeOf(info));
    }

    [Theory]
    [InlineData("snsapi_base", 48001)]
    [InlineData("snsapi_userinfo", 0)]
    public async Task A_name_is_given_only_after_consent(string scope, int code)
    {
        var person = caller.App.World.Followers.Add("李建国");
        var answer = await ExchangeAsync(caller.App.World.OAuth.IssueCode(person.OpenId, scope));

        var info = await caller.GetAsync($"/sns/userinfo?access_token={answer["access_token"]}&openid={person.OpenId}&lang=zh_CN");

        Assert.Equal(code, WeChatCaller.CodeOf(info));
    }

    [Fact]
    public async Task A_token_is_renewed_with_its_refresh_token()
    {
        var answer = await ExchangeAsync(caller.App.World.OAuth.IssueCode("oSomebody"));
        caller.App.Clock.Advance(TimeSpan.FromHours(2));

        Assert.Equal(42001, WeChatCaller.CodeOf(
            await caller.GetAsync($"/sns/auth?access_token={answer["access_token"]}&openid=oSomebody")));
        var renewed = await caller.GetAsync(
            $"/sns/oauth2/refresh_token?appid={SimulatorOptions.DefaultAppId}&grant_type=refresh_token&refresh_token={answer["refresh_token"]}");

        Assert.Equal(0, WeChatCaller.CodeOf(
            await caller.GetAsync($"/sns/auth?access_token={renewed["access_token"]}&openid=oSomebody")));
    }

    [Fact]
    public async Task The_server_s_answers_are_typed_as_plain_text()
    {
        using var answer = await caller.SendAsync(HttpMethod.Get, $"/sns/oauth2/access_token?{Client}&code=x&grant_type=authorization_code", null);

        Assert.Equal("text/plain", answer.Content.Headers.ContentType!.MediaType);
    }

    [Fact]
    public async Task The_page_sends_a_known_person_on_with_a_code()
    {
        var person = caller.App.World.Followers.Add("李建国");

        var target = await OpenAsync("appid={0}&redirect_uri={1}&response_type=code&scope=snsapi_base&state=s1", person.OpenId);

        Assert.StartsWith("http://site.example/back?a=1&code=", target, StringComparison.Ordinal);
        Assert.EndsWith("&state=s1", target, StringComparison.Ordinal);
        var code = HttpUtility.ParseQueryString(new Uri(target!).Query)["code"]!;
        Assert.Equal(person.OpenId, (await ExchangeAsync(code))["openid"]!.GetValue<string>());
    }

    [Theory]
    [InlineData("redirect_uri={1}&appid={0}&response_type=code&scope=snsapi_base&state=s1")]
    [InlineData("appid={0}&redirect_uri={1}&response_type=code&scope=snsapi_everything&state=s1")]
    [InlineData("appid=wxother&redirect_uri={1}&response_type=code&scope=snsapi_base&state=s1")]
    [InlineData("appid={0}&redirect_uri={1}&response_type=code&scope=snsapi_base&state=a-b")]
    [InlineData("appid={0}&redirect_uri=back&response_type=code&scope=snsapi_base&state=s1")]
    public async Task The_page_refuses_a_link_that_WeChat_would_not_know(string query)
    {
        var person = caller.App.World.Followers.Add("李建国");

        Assert.Null(await OpenAsync(query, person.OpenId));
    }

    [Fact]
    public async Task A_subscription_account_recognizes_nobody()
    {
        var person = caller.App.World.Followers.Add("李建国");
        caller.App.World.Account.Kind = SimulatedAccountKind.Subscription;

        var target = await OpenAsync("appid={0}&redirect_uri={1}&response_type=code&scope=snsapi_base&state=s1", person.OpenId);

        caller.App.World.Account.Kind = SimulatedAccountKind.Service;
        Assert.Null(target);
    }

    private async Task<string?> OpenAsync(string query, string openId)
    {
        var url = "/connect/oauth2/authorize?" + string.Format(
            System.Globalization.CultureInfo.InvariantCulture,
            query,
            SimulatorOptions.DefaultAppId,
            Uri.EscapeDataString("http://site.example/back?a=1"));
        using var handler = new SocketsHttpHandler { AllowAutoRedirect = false };
        using var browser = new HttpClient(handler) { BaseAddress = new Uri(caller.App.BaseAddress) };
        browser.DefaultRequestHeaders.Add("Cookie", $"simulated-person={openId}");
        using var answer = await browser.GetAsync(new Uri(url, UriKind.Relative), TestContext.Current.CancellationToken);
        return answer.StatusCode == HttpStatusCode.Redirect ? answer.Headers.Location!.ToString() : null;
    }

    private Task<System.Text.Json.Nodes.JsonNode> ExchangeAsync(string code) =>
        caller.GetAsync($"/sns/oauth2/access_token?{Client}&code={code}&grant_type=authorization_code");
}
