using Deque.AxeCore.Commons;
using Deque.AxeCore.Playwright;
using Microsoft.Playwright;

namespace PartyCms.BrowserTests;

/// <summary>
/// Each kind of page, on a phone and on a desk: it answers, nothing sticks out sideways, no script fails, axe finds no
/// fault, and a picture is kept.
/// </summary>
public sealed class PageGalleryTests(LiveSite site)
{
    private const string MissingPage = "/no-such-page";

    /// <summary>Public pages: name of the picture and address.</summary>
    public static TheoryData<string, string> PublicPages => new()
    {
        { "home", "/" },
        { "news-list", "/news" },
        { "news-detail", "first:/news" },
        { "guides", "/guides" },
        { "guide-detail", "first:/guides" },
        { "disclosures", "/disclosures" },
        { "disclosure-detail", "first:/disclosures" },
        { "lesson", "/lessons/today" },
        { "lessons", "/lessons" },
        { "courses", "/courses" },
        { "leaderboard", "/leaderboard" },
        { "branch", "/b/qinghe" },
        { "search", "/search?q=安全" },
        { "report", "/report?url=/news" },
        { "sign-in", "/account/login" },
        { "not-found", MissingPage },
    };

    /// <summary>Pages of signed-in people: name of the picture, address, account.</summary>
    public static TheoryData<string, string, string> SignedInPages => new()
    {
        { "me", "/me", "member" },
        { "my-record", "/me/record", "member" },
        { "my-data", "/me/data", "member" },
        { "admin-dashboard", "/admin", "secretary" },
        { "admin-list", "/admin/content?type=BranchNews", "secretary" },
        { "admin-editor", "/admin/content/edit?type=BranchNews", "secretary" },
        { "admin-media", "/admin/media", "secretary" },
        { "admin-disclosures", "/admin/disclosures", "reviewer" },
        { "admin-accounts", "/admin/accounts", "admin" },
        { "admin-jobs", "/admin/operations/jobs", "admin" },
    };

    [Theory]
    [MemberData(nameof(PublicPages))]
    public async Task A_public_page_is_sound_on_a_phone(string name, string address) =>
        await CheckAsync(await site.OpenAsync(Device.Phone), "phone-" + name, address);

    [Theory]
    [MemberData(nameof(PublicPages))]
    public async Task A_public_page_is_sound_on_a_desk(string name, string address) =>
        await CheckAsync(await site.OpenAsync(Device.Desk), "desk-" + name, address);

    [Theory]
    [MemberData(nameof(PublicPages))]
    public async Task A_public_page_is_sound_in_the_dark_and_in_the_largest_type(string name, string address)
    {
        var page = await site.OpenAsync(Device.Phone, isDark: true);
        await page.GotoAsync("/display?size=xlarge&return=/news");
        await CheckAsync(page, "dark-large-" + name, address);
    }

    [Theory]
    [MemberData(nameof(SignedInPages))]
    public async Task A_page_behind_sign_in_is_sound_on_a_phone(string name, string address, string account)
    {
        var page = await site.OpenAsync(Device.Phone);
        await LiveSite.SignInAsync(page, account);
        await CheckAsync(page, "phone-" + name, address);
    }

    [Theory]
    [MemberData(nameof(SignedInPages))]
    public async Task A_page_behind_sign_in_is_sound_on_a_desk(string name, string address, string account)
    {
        var page = await site.OpenAsync(Device.Desk);
        await LiveSite.SignInAsync(page, account);
        await CheckAsync(page, "desk-" + name, address);
    }

    private static async Task CheckAsync(IPage page, string name, string address)
    {
        var faults = new List<string>();
        page.PageError += (_, error) => faults.Add("script: " + error);
        page.Console += (_, message) =>
        {
            // A 404 of the page itself is what one of the pages is about.
            if (message.Type == "error" && !message.Text.Contains("404", StringComparison.Ordinal))
            {
                faults.Add("console: " + message.Text);
            }
        };
        var answer = await page.GotoAsync(await ResolveAsync(page, address));
        if (answer!.Status != (address == MissingPage ? 404 : 200))
        {
            faults.Add($"{address} answered {answer.Status}.");
        }

        await LiveSite.ScreenshotAsync(page, name);

        var overflow = await page.EvaluateAsync<int>("document.documentElement.scrollWidth - document.documentElement.clientWidth");
        var axe = await page.RunAxe(new AxeRunOptions
        {
            RunOnly = new RunOnlyOptions { Type = "tag", Values = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa"] },
        });
        faults.AddRange(axe.Violations.Select(violation =>
            $"axe {violation.Id}: {string.Join(" | ", violation.Nodes.Take(3).Select(node => node.Html))}"));
        if (overflow > 0)
        {
            faults.Add($"{overflow} px stick out to the side.");
        }

        await page.Context.CloseAsync();
        Assert.Equal("", string.Join(Environment.NewLine, faults));
    }

    // "first:/news" is the first article of that list.
    private static async Task<string> ResolveAsync(IPage page, string address)
    {
        if (!address.StartsWith("first:", StringComparison.Ordinal))
        {
            return address;
        }

        var list = address["first:".Length..];
        await page.GotoAsync(list);
        return (await page.Locator($"main a[href^='{list}/']").First.GetAttributeAsync("href"))!;
    }
}
