using Microsoft.Playwright;
using PartyCms.Kernel.Text;
using PartyCms.UnitTests.Text;

namespace PartyCms.BrowserTests.Sanitizing;

/// <summary>
/// The sanitizer alone against a real browser: its results stand in a page with no content security policy, and nothing
/// of any attack runs, loads or leaves.
/// </summary>
public sealed class CleanHtmlInBrowserTests(LiveSite site)
{
    private const string Home = "http://attacked.example/";

    private const string Serialize = """
        (texts) => texts.map((text) => {
          const { body } = new DOMParser().parseFromString("<!DOCTYPE html><body>" + text, "text/html");
          return body.innerHTML.replaceAll(' controls=""', " controls");
        })
        """;

    private string _served = "";

    [Fact]
    public async Task The_watch_sees_what_attacks_do_when_nobody_cleans_them()
    {
        var page = await OpenAsync();
        var watch = await AttackWatch.OnAsync(page);
        var attacks = AttackCorpus.Strings.Where((_, index) => index % 5 == 0).ToList();
        var seen = 0;
        foreach (var attack in attacks)
        {
            seen += await ActsAsync(page, watch, attack) ? 1 : 0;
        }

        Assert.True(seen > attacks.Count / 2, $"Only {seen} of {attacks.Count} attacks did anything.");
        await page.Context.CloseAsync();
    }

    [Fact]
    public async Task Nothing_of_a_cleaned_attack_runs_or_loads()
    {
        Assert.True(AttackCorpus.Strings.Count >= 150);
        var page = await OpenAsync();
        var watch = await AttackWatch.OnAsync(page);
        var faults = new List<string>();
        foreach (var attack in AttackCorpus.Strings)
        {
            await ShowAsync(page, HtmlSanitizer.Clean(attack));
            faults.AddRange((await watch.FaultsAsync("body", Home)).Select(fault => $"{fault}  ←  {attack}"));

            // Written and read again, as an editor or a script would.
            await page.EvaluateAsync("() => { document.body.innerHTML = document.body.innerHTML; }");
            faults.AddRange((await watch.FaultsAsync("body", Home)).Select(fault => $"again: {fault}  ←  {attack}"));
        }

        Assert.Empty(faults);
        await page.Context.CloseAsync();
    }

    [Theory]
    [InlineData(31)]
    [InlineData(32)]
    public async Task A_browser_reads_a_clean_text_as_the_tree_that_was_written(int seed)
    {
        var pages = new RandomHtml(seed);
        string[] clean =
        [
            .. Enumerable.Range(0, 2_000).Select(_ => HtmlSanitizer.Clean(pages.Next())),
            .. AttackCorpus.Strings.Select(HtmlSanitizer.Clean),
        ];
        var page = await OpenAsync();

        var read = await page.EvaluateAsync<string[]>(Serialize, clean);

        Assert.Equal(clean, read);
        await page.Context.CloseAsync();
    }

    // The browser asks for nothing outside: every request is answered here, the page itself with what is to be shown.
    private async Task<IPage> OpenAsync()
    {
        var page = await site.OpenAsync(Device.Desk, isUnprotected: true);
        await page.RouteAsync("**/*", route => route.Request.IsNavigationRequest && route.Request.Frame == page.MainFrame
            && route.Request.Url.StartsWith(Home, StringComparison.Ordinal)
                ? route.FulfillAsync(new RouteFulfillOptions { ContentType = "text/html; charset=utf-8", Body = _served })
                : route.AbortAsync());
        return page;
    }

    private Task<IResponse?> ShowAsync(IPage page, string html)
    {
        _served = "<!DOCTYPE html><html><head><title>x</title></head><body>" + html + "</body></html>";
        return page.GotoAsync(Home);
    }

    private async Task<bool> ActsAsync(IPage page, AttackWatch watch, string attack)
    {
        try
        {
            await ShowAsync(page, attack);
            return (await watch.FaultsAsync("body", Home)).Count > 0;
        }
        catch (PlaywrightException)
        {
            // It led the browser away or replaced the page while it was looked at.
            watch.TakeRun();
            return true;
        }
    }
}
