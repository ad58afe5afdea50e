using Microsoft.Playwright;

namespace PartyCms.BrowserTests;

/// <summary>A member in WeChat, start to end, through the simulated one: nothing is known of them but what WeChat tells.</summary>
[Collection(nameof(LiveWeChatSite))]
public sealed class WeChatStoryTests(LiveWeChatSite live)
{
    [Fact]
    public async Task A_follower_learns_is_recognized_takes_the_quiz_and_joins_the_board()
    {
        var cancel = TestContext.Current.CancellationToken;
        var person = live.WeChat.World.Followers.Add("小演", isFollowing: false);
        var chat = live.WeChat.PhoneOf(person.OpenId);

        await chat.FollowAsync(cancellationToken: cancel);
        Assert.Contains("欢迎关注", chat.Chat[^1].Text, StringComparison.Ordinal);

        await chat.SayAsync("学习", cancel);
        var card = Assert.Single(chat.Chat[^1].Cards);

        var page = await live.Site.OpenAsync(Device.Phone, userAgent: LiveWeChatSite.Agent);
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
        // The second of a roster is a persona: whatever the hour, the demo leaves them today's lesson.
        var row = secretary.Locator(".rows__row").Nth(1);
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
        // Some invented members take part in one of the boards already.
        await page.RunAndWaitForResponseAsync(
            () => page.GetByRole(AriaRole.Button, new() { Name = "同意并参加" }).First.ClickAsync(),
            response => response.Request.Method == "POST");
        await page.GetByRole(AriaRole.Button, new() { Name = "退出", Exact = true }).First.WaitForAsync();
    }
}
