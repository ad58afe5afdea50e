using Deque.AxeCore.Commons;
using Deque.AxeCore.Playwright;
using Microsoft.Playwright;

namespace PartyCms.BrowserTests;

/// <summary>The simulated WeChat as people see it: a phone in the browser, and the site behind the account.</summary>
[Collection(nameof(LiveWeChatSite))]
public sealed class WeChatPhoneTests(LiveWeChatSite live)
{
    [Theory]
    [InlineData(Device.Phone)]
    [InlineData(Device.Desk)]
    public async Task The_page_that_looks_like_a_phone_is_sound(Device device)
    {
        var page = await live.Site.OpenAsync(device);
        var faults = new List<string>();
        page.PageError += (_, error) => faults.Add("script: " + error);
        await page.GotoAsync(live.WeChat.BaseAddress);
        await ChooseAsync(page, "王秀兰");
        await SayAsync(page, "学习");
        await page.Locator(".message--account").Last.WaitForAsync();

        await CheckAsync(page, faults, device, "chat");
        await page.GetByRole(AriaRole.Button, new() { Name = "资料" }).ClickAsync();
        await page.GetByRole(AriaRole.Heading, new() { Name = "订阅通知" }).WaitForAsync();
        await CheckAsync(page, faults, device, "profile");
        if (device == Device.Phone)
        {
            await page.GetByRole(AriaRole.Button, new() { Name = "后台" }).ClickAsync();
        }

        foreach (var panel in new[] { "发布和群发", "故障", "消息推送", "今天的额度" })
        {
            await page.GetByText(panel, new() { Exact = true }).First.ClickAsync();
        }

        await CheckAsync(page, faults, device, "operator");
        Assert.Equal("", string.Join(Environment.NewLine, faults));
        await page.Context.CloseAsync();
    }

    [Fact]
    public async Task A_newcomer_follows_asks_for_the_lesson_and_reads_it()
    {
        var page = await live.Site.OpenAsync(Device.Phone);
        await page.GotoAsync(live.WeChat.BaseAddress);
        await page.GetByLabel("新人的昵称").FillAsync("赵小满");
        await page.GetByRole(AriaRole.Button, new() { Name = "添加" }).ClickAsync();
        await page.GetByRole(AriaRole.Button, new() { Name = "关注公众号" }).ClickAsync();
        await page.GetByText("欢迎关注").WaitForAsync();

        await SayAsync(page, "学习");
        var card = page.Locator(".news__first");
        var title = await card.Locator("strong").InnerTextAsync();
        var lesson = await page.Context.RunAndWaitForPageAsync(() => card.ClickAsync());

        await lesson.GetByRole(AriaRole.Heading, new() { Name = title, Level = 1 }).WaitForAsync();
        Assert.StartsWith(live.Site.Origin + "/lessons/", lesson.Url, StringComparison.Ordinal);
        await page.Context.CloseAsync();
    }

    [Fact]
    public async Task What_a_secretary_sends_is_a_draft_first_and_then_an_article_in_the_phone()
    {
        var desk = await live.Site.OpenAsync(Device.Phone);
        desk.Dialog += async (_, question) => await question.AcceptAsync();
        await LiveSite.SignInAsync(desk, "secretary");
        await desk.GotoAsync("/admin/content?type=BranchNews");
        await desk.GetByRole(AriaRole.Link, new() { Name = "发到微信" }).First.ClickAsync();
        var title = await desk.GetByLabel("标题").InputValueAsync();
        await desk.GetByRole(AriaRole.Button, new() { Name = "送到草稿箱" }).ClickAsync();
        var publish = desk.GetByRole(AriaRole.Button, new() { Name = "发表（不推送）" });
        await publish.WaitForAsync(new() { Timeout = 60_000 });
        Assert.Contains(live.WeChat.World.Drafts.All, draft => draft.Articles[0].Title == title);

        await publish.ClickAsync();
        await desk.GetByText("已发表", new() { Exact = true }).First.WaitForAsync(new() { Timeout = 60_000 });
        await LiveSite.ScreenshotAsync(desk, "wechat-5-published", isFullPage: true);

        var phone = await live.Site.OpenAsync(Device.Phone);
        await phone.GotoAsync(live.WeChat.BaseAddress);
        await ChooseAsync(phone, "王秀兰");
        await phone.GetByRole(AriaRole.Button, new() { Name = "资料" }).ClickAsync();
        var article = await phone.Context.RunAndWaitForPageAsync(
            () => phone.GetByRole(AriaRole.Link, new() { Name = title }).First.ClickAsync());
        await article.GetByRole(AriaRole.Heading, new() { Name = title, Level = 1 }).WaitForAsync();
        await LiveSite.ScreenshotAsync(article, "wechat-6-article-in-the-phone");
        await phone.Context.CloseAsync();
        await desk.Context.CloseAsync();
    }

    [Fact]
    public async Task The_microsite_knows_whose_phone_opened_it()
    {
        var page = await live.Site.OpenAsync(Device.Phone);
        await page.GotoAsync(live.WeChat.BaseAddress);
        await ChooseAsync(page, "李建国");
        await page.GetByRole(AriaRole.Button, new() { Name = "资料" }).ClickAsync();
        var before = live.WeChat.Requests.Of("/sns/oauth2/access_token").Count;

        var link = page.GetByRole(AriaRole.Link, new() { Name = "以本人身份打开" });
        var opened = await page.Context.RunAndWaitForPageAsync(() => link.ClickAsync());
        await opened.WaitForURLAsync(address => address.StartsWith(live.Site.Origin + "/me", StringComparison.Ordinal));

        var exchange = Assert.Single(live.WeChat.Requests.Of("/sns/oauth2/access_token").Skip(before));
        var openId = live.WeChat.World.Followers.All.Single(person => person.Nickname == "李建国").OpenId;
        Assert.Contains($"\"openid\":\"{openId}\"", exchange.Answer, StringComparison.Ordinal);
        await page.Context.CloseAsync();
    }

    private static async Task ChooseAsync(IPage page, string nickname) => await page.GetByLabel("这部手机是")
        .SelectOptionAsync(new SelectOptionValue { Label = nickname });

    private static async Task SayAsync(IPage page, string text)
    {
        var words = page.GetByLabel("要说的话");
        if (!await words.IsVisibleAsync())
        {
            await page.GetByRole(AriaRole.Button, new() { Name = "在菜单和输入框之间切换" }).ClickAsync();
        }

        await words.FillAsync(text);
        await words.PressAsync("Enter");
    }

    private static async Task CheckAsync(IPage page, List<string> faults, Device device, string view)
    {
        await LiveSite.ScreenshotAsync(page, $"wechat-{device}-{view}");
        var overflow = await page.EvaluateAsync<int>("document.documentElement.scrollWidth - document.documentElement.clientWidth");
        if (overflow > 0)
        {
            faults.Add($"{view} sticks out by {overflow} pixels.");
        }

        var axe = await page.RunAxe(new AxeRunOptions
        {
            RunOnly = new RunOnlyOptions { Type = "tag", Values = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa"] },
        });
        faults.AddRange(axe.Violations.Select(violation =>
            $"{view}: {violation.Id} {string.Join(' ', violation.Nodes.Select(node => node.Html))}"));
    }
}
