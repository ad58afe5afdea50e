using Microsoft.Playwright;

namespace PartyCms.BrowserTests;

/// <summary>The main job, start to end: a secretary publishes from a phone, and it stands on the microsite at once.</summary>
public sealed class SecretaryStoryTests(LiveSite site)
{
    private const string Title = "车间门口的雨伞架装好了";

    [Fact]
    public async Task A_secretary_publishes_from_a_phone_and_everybody_reads_it_at_once()
    {
        var reader = await site.OpenAsync(Device.Desk);
        await reader.GotoAsync("/news");
        await reader.GotoAsync("/b/qinghe");
        Assert.Equal(0, await reader.GetByText(Title).CountAsync());

        var phone = await site.OpenAsync(Device.Phone);
        await LiveSite.SignInAsync(phone, "secretary");
        await phone.GotoAsync("/admin/content/edit?type=BranchNews");
        await phone.GetByRole(AriaRole.Textbox, new() { Name = "标题", Exact = true }).FillAsync(Title);
        var body = phone.Locator("[contenteditable=true]").First;
        await body.ClickAsync();
        await phone.Keyboard.TypeAsync("下雨天,大家的雨伞终于有地方放了。支部和工会一起量了尺寸,周三下班前装好。");
        await LiveSite.ScreenshotAsync(phone, "story-1-editor");
        await phone.GetByRole(AriaRole.Button, new() { Name = "发布", Exact = true }).First.ClickAsync();
        await phone.WaitForURLAsync(address => !address.Contains("type=BranchNews", StringComparison.Ordinal) || !address.Contains("/edit", StringComparison.Ordinal));
        await LiveSite.ScreenshotAsync(phone, "story-2-published");

        foreach (var address in new[] { "/news", "/b/qinghe", "/" })
        {
            await reader.GotoAsync(address);
            Assert.True(await reader.GetByText(Title).CountAsync() > 0, $"{address} does not show the new article.");
        }

        await reader.GotoAsync("/news");
        await reader.GetByText(Title).First.ClickAsync();
        Assert.Equal(Title, await reader.Locator("h1").First.InnerTextAsync());
        Assert.Contains("雨伞终于有地方放了", await reader.Locator(".prose").InnerTextAsync(), StringComparison.Ordinal);
        await LiveSite.ScreenshotAsync(reader, "story-3-article");
        await phone.Context.CloseAsync();
        await reader.Context.CloseAsync();
    }

    [Fact]
    public async Task A_member_finishes_the_lesson_and_the_record_shows_it()
    {
        var phone = await site.OpenAsync(Device.Phone);
        await LiveSite.SignInAsync(phone, "member");
        await phone.GotoAsync("/lessons/today");
        var lesson = await phone.Locator("h1").First.InnerTextAsync();
        var questions = await phone.Locator("fieldset").AllAsync();
        Assert.Equal(3, questions.Count);
        foreach (var question in questions)
        {
            await question.Locator("label").First.ClickAsync();
        }

        await phone.GetByRole(AriaRole.Button, new() { Name = "完成学习" }).ClickAsync();
        await phone.GetByText("已完成").First.WaitForAsync();
        await LiveSite.ScreenshotAsync(phone, "story-4-lesson-done", isFullPage: true);

        await phone.GotoAsync("/me/record");
        Assert.Contains(lesson, await phone.Locator("main").InnerTextAsync(), StringComparison.Ordinal);
        await phone.Context.CloseAsync();
    }

    [Fact]
    public async Task Everything_public_reads_without_JavaScript()
    {
        var page = await site.OpenAsync(Device.Phone, withJavaScript: false);
        foreach (var address in new[] { "/", "/news", "/disclosures", "/lessons/today", "/leaderboard", "/search?q=安全", "/b/qinghe" })
        {
            var answer = await page.GotoAsync(address);
            Assert.Equal(200, answer!.Status);
            Assert.True((await page.Locator("main").InnerTextAsync()).Length > 40, $"{address} shows nothing without JavaScript.");
        }

        await page.Context.CloseAsync();
    }

    [Fact]
    public async Task Traditional_script_and_large_type_are_one_tap_away_and_stay()
    {
        var page = await site.OpenAsync(Device.Phone);
        await page.GotoAsync("/display?script=hant&size=large&return=/disclosures");

        Assert.Contains("黨務公開", await page.Locator("body").InnerTextAsync(), StringComparison.Ordinal);
        Assert.Equal("large", await page.Locator("html").GetAttributeAsync("data-size"));
        await page.Locator("main a[href^='/disclosures/']").First.ClickAsync();
        Assert.Equal("zh-Hant", await page.Locator("html").GetAttributeAsync("lang"));
        await LiveSite.ScreenshotAsync(page, "story-5-traditional");
        await page.Context.CloseAsync();
    }
}
