using System.Net;
using System.Text;
using Microsoft.AspNetCore.Mvc.Testing;
using Microsoft.AspNetCore.TestHost;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Microsoft.Extensions.Hosting;
using PartyCms.IntegrationTests.WeChat.Client;
using PartyCms.Kernel.Data;
using PartyCms.Organization.Contracts;
using PartyCms.Organization.Members;
using PartyCms.WeChat.Client;
using PartyCms.WeChat.Crypto;

namespace PartyCms.IntegrationTests.WeChat.Members;

/// <summary>The site with a verified service account in plain mode, and a stand-in for WeChat that it calls.</summary>
public sealed class MembersSite : IAsyncLifetime
{
    public const string Origin = "https://dj.example.cn";
    public const string Template = "T-LESSON";

    private const string Token = "memberstoken";
    private const string Agent =
        "Mozilla/5.0 (Linux; Android 14) AppleWebKit/537.36 Chrome/142.0 Mobile Safari/537.36 MicroMessenger/8.0.66";

    private readonly CmsFactory _factory = new();
    private int _pushes;

    public MembersSite()
    {
        Host = _factory.WithWebHostBuilder(builder => builder
            .UseSetting("Cms:PublicOrigin", Origin)
            .UseSetting("Logging:LogLevel:PartyCms.WeChat", "Error")
            .UseSetting("WeChat:AppId", ClientSite.AppId)
            .UseSetting("WeChat:AppSecret", ClientSite.AppSecret)
            .UseSetting("WeChat:Token", Token)
            .UseSetting("WeChat:Mode", "Plain")
            .UseSetting("WeChat:ReminderTemplateId", Template)
            .ConfigureTestServices(services =>
            {
                services.RemoveAll<IHostedService>();
                services.AddHttpClient(WeChatTransport.HttpClientName).ConfigurePrimaryHttpMessageHandler(() => WeChat);
            }));
    }

    public WebApplicationFactory<Program> Host { get; }

    public StandInWeChat WeChat { get; } = new();

    public SiteClock Clock => _factory.Clock;

    public async ValueTask InitializeAsync()
    {
        await _factory.CopyDemoAsync();
        using var client = Host.CreateClient();
        using var answer = await client.GetAsync(new Uri("/health/live", UriKind.Relative), Cancel);
    }

    public async ValueTask DisposeAsync()
    {
        await Host.DisposeAsync();
        await _factory.DisposeAsync();
        WeChat.Dispose();
    }

    /// <summary>A visitor's browser; inside of WeChat where asked for.</summary>
    public HttpClient CreateVisitor(bool inWeChat = true)
    {
        var client = Host.CreateDefaultClient(new CookieJar());
        if (inWeChat)
        {
            client.DefaultRequestHeaders.UserAgent.ParseAdd(Agent);
        }

        return client;
    }

    public Task<HttpClient> SignInAsync(string userName) => CmsFactory.SignInAsync(Host, userName);

    /// <summary>Goes through WeChat as somebody, and gives where that led to.</summary>
    public async Task<string> ComeBackAsync(HttpClient client, string openId, string goal = "/me", bool isSnapshot = false)
    {
        WeChat.Answer("/sns/oauth2/access_token", Grant(openId, isSnapshot));
        var state = await BeginAsync(client, goal);
        using var answer = await client.GetAsync(
            new Uri($"/wechat/oauth/callback?code=C&state={state}", UriKind.Relative), Cancel);
        Assert.Equal(HttpStatusCode.Redirect, answer.StatusCode);
        return answer.Headers.Location!.OriginalString;
    }

    /// <summary>Leaves for WeChat; gives the state that it would bring back.</summary>
    public static async Task<string> BeginAsync(HttpClient client, string goal)
    {
        using var away = await client.GetAsync(
            new Uri($"/wechat/oauth?return={Uri.EscapeDataString(goal)}", UriKind.Relative), Cancel);
        return System.Web.HttpUtility.ParseQueryString(away.Headers.Location!.Query)["state"]!;
    }

    /// <summary>A visitor who is bound to a member without an account before.</summary>
    public async Task<(HttpClient Client, MemberInfo Member)> BindAsync(string openId, int place)
    {
        var member = await MemberAsync(place);
        var client = CreateVisitor();
        await ComeBackAsync(client, openId);
        using var answer = await PostBindingAsync(client, member.Name, await ProofCodeOfAsync(place));
        Assert.Equal(HttpStatusCode.Redirect, answer.StatusCode);
        return (client, member);
    }

    public static Task<HttpResponseMessage> PostBindingAsync(
        HttpClient client, string name, string code, bool agrees = true, string? invite = null)
    {
        var fields = new Dictionary<string, string>
        {
            ["Form.Name"] = name,
            ["Form.Code"] = code,
            ["Form.Invite"] = invite ?? "",
        };
        if (agrees)
        {
            fields["Form.Agrees"] = "true";
        }

        return CmsFactory.PostFormAsync(client, "/me/wechat", fields, "/me/wechat?handler=Bind");
    }

    /// <summary>
    /// One of the demo's members, another for each number, whom name and code tell from all others; up to 10 of the first
    /// branch, whose secretary is <c>secretary</c>.
    /// </summary>
    public async Task<MemberInfo> MemberAsync(int number)
    {
        var member = await FindAsync(number);
        return new MemberInfo(member.Id, member.Name, member.BranchId, member.AffiliatedOn);
    }

    public async Task<string> ProofCodeOfAsync(int number) => (await FindAsync(number)).ProofCode!;

    private Task<Member> FindAsync(int number) => WithAsync(async services =>
    {
        var branches = (await services.GetRequiredService<BranchDirectory>().ListAsync(Cancel)).Where(unit => unit.IsBranch).ToList();
        var members = await services.GetRequiredService<CmsDbContext>().Set<Member>().AsNoTracking()
            .OrderBy(member => member.BranchId).ThenBy(member => member.Position).ToListAsync(Cancel);
        var told = members.GroupBy(member => (member.Name, member.ProofCode)).Where(same => same.Count() == 1)
            .Select(same => same.Single()).ToList();
        var first = told.Where(member => member.BranchId == branches[0].Id).Skip(2).Take(10).ToList();
        var others = told.Where(member => branches.Skip(3).Any(branch => branch.Id == member.BranchId)).ToList();
        return number <= first.Count ? first[number - 1] : others[number];
    });

    /// <summary>Delivers a push as WeChat does in plain mode.</summary>
    public async Task<string> PushAsync(string kind, string fields, string from)
    {
        var (timestamp, nonce) = ("1714112445", Interlocked.Increment(ref _pushes).ToString(System.Globalization.CultureInfo.InvariantCulture));
        var signature = CallbackSignature.Compute(Token, timestamp, nonce);
        using var client = Host.CreateClient();
        using var content = new StringContent(
            $"<xml><ToUserName>gh</ToUserName><FromUserName>{from}</FromUserName><CreateTime>{1348831860 + _pushes}</CreateTime>"
            + $"<MsgType>{kind}</MsgType>{fields}</xml>",
            Encoding.UTF8, "text/xml");
        using var answer = await client.PostAsync(
            new Uri($"/wechat?signature={signature}&timestamp={timestamp}&nonce={nonce}", UriKind.Relative), content, Cancel);
        answer.EnsureSuccessStatusCode();
        return await answer.Content.ReadAsStringAsync(Cancel);
    }

    public async Task<T> WithAsync<T>(Func<IServiceProvider, Task<T>> act)
    {
        await using var scope = Host.Services.CreateAsyncScope();
        return await act(scope.ServiceProvider);
    }

    internal Task<int> CountAsync<T>(System.Linq.Expressions.Expression<Func<T, bool>> where)
        where T : class =>
        WithAsync(services => services.GetRequiredService<CmsDbContext>().Set<T>().CountAsync(where, Cancel));

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    private static string Grant(string openId, bool isSnapshot) =>
        $$"""{"access_token":"P","expires_in":7200,"refresh_token":"R","openid":"{{openId}}","scope":"snsapi_base"{{(isSnapshot ? ",\"is_snapshotuser\":1" : "")}}}""";
}
