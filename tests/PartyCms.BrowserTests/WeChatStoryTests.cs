using Microsoft.Playwright;
using PartyCms.WeChat.Simulator;

namespace PartyCms.BrowserTests;

/// <summary>A member in WeChat, start to end, through the simulated one: nothing is known of them but what WeChat tells.</summary>
public sealed class WeChatStoryTests : IAsyncLifetime
{
    private const string Agent =
        "Mozilla/5.0 (Linux; Android 14) AppleWebKit/537.36 (KHTML, like Gecko) Version/4.0 Chrome/142.0.7444.173 "
        + "Mobile Safari/537.36 XWEB/1420193 MicroMessenger/8.0.66.2980(0x28004252) WeChat/arm64 Language/zh_CN";

    private SimulatorApp? _weChat;
    private LiveSite? _site;

    public async ValueTask InitializeAsync()
    {
        _weChat = await SimulatorApp.StartAsync();
        _site = new LiveSite
        {
            Settings = new Dictionary<string, string>
            {
                ["WeChat:AppId"] = SimulatorOptions.DefaultAppId,
                ["WeChat:AppSecret"] = SimulatorOptions.DefaultAppSecret,
                ["WeChat:Token"] = SimulatorOptions.DefaultToken,
                ["WeChat:EncodingAesKey"] = SimulatorOptions.DefaultEncodingAesKey,
                ["WeChat:ApiBase"] = _weChat.BaseAddress,
                ["WeChat:OpenBase"] = _weChat.BaseAddress,
                ["WeChat:MpBase"] = _weChat.BaseAddress,
            },
        };
        await _site.InitializeAsync();
        _weChat.World.Callback.Url = _site.Origin + "/wechat";
    }

    public async ValueTask DisposeAsync()
    {
        if (_site is not null)
        {
            await _site.DisposeAsync();
        }

        if (_weChat is not null)
        {
            await _weChat.DisposeAsync();
        }
    }

    [Fact]
    public async Task A_follower_learns_is_recognized_takes_the_quiz_and_joins_the_board()
    {
        var cancel = TestContext.Current.CancellationToken;
        var person = _weChat!.World.Followers.Add("小演", isFollowing: false);
        var chat = _weChat.PhoneOf(person.OpenId);

        await chat.FollowAsync(cancellationToken: cancel);
        Assert.Contains("欢迎关注", chat.Chat[^1].Text, StringComparison.Ordinal);

        await chat.SayAsync("学习", cancel);
        var card = Assert.Single(chat.Chat[^1].Cards);

        var page = await _site!.OpenAsync(Device.Phone, userAgent: Agent);
        await page.GotoAsync(card.Url);
        Assert.Equal(card.Title, await page.Locator("h1").First.InnerTextAsync());
        await LiveSite.ScreenshotAsync(page, "wechat-1-lesson-as-guest");

        await BindAsync(page, person.Nickname, new Uri(card.Url).PathAndQuery);
        Assert.Equal(card.Title, await page.Locator("h1").First.InnerTextAsync());

        await AnswerQuizAsync(page);
        await LiveSite.ScreenshotAsync(page, "wechat-3-lesson-done", isFullPage: true);

        await JoinBoardAsync(page);
        await page.GotoAsync("/leaderboard");
        await LiveSite.ScreenshotAsync(page, "wechat-4-board", isFullPage: true);

        await chat.SayAsync("积分", cancel);
        Assert.Contains("今天的党课已学完", chat.Chat[^1].Text, StringComparison.Ordinal);
        await page.Context.CloseAsync();
    }

    private static async Task BindAsync(IPage page, string nickname, string goal)
    {
        var secretary = await page.Context.Browser!.NewPageAsync(new() { BaseURL = new Uri(page.Url).GetLeftPart(UriPartial.Authority) });
        await LiveSite.SignInAsync(secretary, "secretary");
        await secretary.GotoAsync("/admin/wechat/cards");
        var row = secretary.Locator(".rows__row").Nth(5);
        await row.GetByRole(AriaRole.Button, new() { Name = "生成邀请码" }).ClickAsync();
        var code = await secretary.Locator("#invite").InnerTextAsync();
        await secretary.CloseAsync();

        await page.GotoAsync("/account/login?return=" + Uri.EscapeDataString(goal));
        await page.GetByRole(AriaRole.Link, new() { Name = "用微信登录" }).ClickAsync();
        await page.GetByRole(AriaRole.Link, new() { Name = nickname }).ClickAsync();
        await page.GetByText("我有书记给的邀请码").ClickAsync();
        await page.FillAsync("[name='Form.Invite']", code);
        await page.CheckAsync("[name='Form.Agrees']");
        await LiveSite.ScreenshotAsync(page, "wechat-2-binding", isFullPage: true);
        await page.GetByRole(AriaRole.Button, new() { Name = "绑定", Exact = true }).ClickAsync();
        await page.WaitForURLAsync(address => new Uri(address).PathAndQuery == goal);
    }

    private static async Task AnswerQuizAsync(IPage page)
    {
        foreach (var question in await page.Locator("fieldset").AllAsync())
        {
            await question.Locator("label").First.ClickAsync();
        }

        await page.GetByRole(AriaRole.Button, new() { Name = "完成学习" }).ClickAsync();
        await page.GetByText("已完成").First.WaitForAsync();
    }

    private static async Task JoinBoardAsync(IPage page)
    {
        await page.GotoAsync("/me/data");
        await page.GetByRole(AriaRole.Button, new() { Name = "同意并参加" }).ClickAsync();
        await page.GetByRole(AriaRole.Button, new() { Name = "退出", Exact = true }).WaitForAsync();
    }
}
