using Microsoft.Playwright;

namespace PartyCms.BrowserTests;

/// <summary>A theme day, start to end: the code on the secretary's telephone, a member who scans it, the hours in the record.</summary>
public sealed class CheckInStoryTests(LiveSite site)
{
    private const string Title = "主题党日：清点消防器材";

    [Fact]
    public async Task The_code_is_scanned_the_list_is_confirmed_and_the_record_shows_the_hours()
    {
        var secretary = await site.OpenAsync(Device.Phone);
        await LiveSite.SignInAsync(secretary, "secretary2");
        await secretary.GotoAsync("/admin/checkins");
        await secretary.GetByLabel("主题", new() { Exact = true }).FillAsync(Title);
        await secretary.GetByRole(AriaRole.Button, new() { Name = "开始签到" }).ClickAsync();
        await secretary.Locator("[data-digits]").WaitForAsync();
        await LiveSite.ScreenshotAsync(secretary, "check-in-1-code", isFullPage: true);

        var member = await site.OpenAsync(Device.Phone);
        await LiveSite.SignInAsync(member, "member2");
        await ScanAsync(secretary, member);
        await LiveSite.ScreenshotAsync(member, "check-in-2-scanned");
        await member.GetByRole(AriaRole.Button, new() { Name = "我已到场，签到" }).ClickAsync();
        await member.GetByText("已签到：" + Title).WaitForAsync();
        await LiveSite.ScreenshotAsync(member, "check-in-3-done");

        // The list fills by itself.
        await secretary.Locator("#arrivals .rows__row").First.WaitForAsync();
        await LiveSite.ScreenshotAsync(secretary, "check-in-4-list", isFullPage: true);
        secretary.Dialog += (_, dialog) => _ = dialog.AcceptAsync();
        await secretary.GetByLabel("实际时长（分钟）").FillAsync("45");
        await secretary.GetByRole(AriaRole.Button, new() { Name = "确认并计入学时" }).ClickAsync();
        await secretary.GetByText("每人 45 分钟已记入培训记录本").WaitForAsync();

        await member.GotoAsync("/me/record");
        Assert.Contains(Title, await member.Locator("table").InnerTextAsync(), StringComparison.Ordinal);
        await LiveSite.ScreenshotAsync(member, "check-in-5-record");
        await secretary.Context.CloseAsync();
        await member.Context.CloseAsync();
    }

    [Fact]
    public async Task A_scanned_code_leads_nowhere_but_to_a_check_in_of_this_site()
    {
        var page = await site.OpenAsync(Device.Phone);
        await page.GotoAsync("/");
        string[] codes =
        [
            $"{site.Origin}/checkin/1/2", $"{site.Origin}/account/logout", "https://evil.example/checkin/1/2",
            $"{site.Origin}.evil.example/checkin/1/2", "/checkin/1/2", "javascript:alert(1)", "",
        ];

        var paths = await page.EvaluateAsync<string?[]>(
            "codes => import('/_content/PartyCms.WeChat/js/wechat-page.js').then(page => codes.map(code => page.scannedPath(code, '/checkin/')))",
            codes);

        Assert.Equal("/checkin/1/2", paths[0]);
        Assert.All(paths[1..], Assert.Null);
        await page.Context.CloseAsync();
    }

    // What the camera reads is what the drawing was made of; that it can be read is tested with the drawing itself.
    private static async Task ScanAsync(IPage shown, IPage phone)
    {
        var id = new Uri(shown.Url).Segments[^1];
        var code = await shown.EvaluateAsync<string>(
            "address => fetch(address).then(answer => answer.json()).then(shown => shown.code)", $"/admin/checkins/{id}/code");
        await phone.GotoAsync($"/checkin/{id}/{code}");
    }
}
