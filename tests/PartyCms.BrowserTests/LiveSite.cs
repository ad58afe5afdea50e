using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Mvc.Testing;
using Microsoft.Playwright;

namespace PartyCms.BrowserTests;

/// <summary>The site with its demo on a real port of the loopback, and Debian's Chromium to look at it with.</summary>
public sealed class LiveSite : WebApplicationFactory<Program>, IAsyncLifetime
{
    /// <summary>Password of every demo account.</summary>
    public const string Password = "demo-password-for-tests";

    /// <summary>An API client that may do everything; its secret is the password.</summary>
    public const string ApiClient = "browser-tests";

    private readonly string _folder = Directory.CreateTempSubdirectory("partycms-browser-").FullName;
    private IPlaywright? _playwright;
    private IBrowser? _browser;

    /// <summary>Origin of the site, without a slash at the end.</summary>
    public string Origin { get; private set; } = "";

    /// <summary>Settings beside those of every browser test; to be set before the start.</summary>
    public IReadOnlyDictionary<string, string> Settings { get; init; } = new Dictionary<string, string>();

    private static string Screenshots { get; } = Directory.CreateDirectory(Path.Combine(
        Environment.GetEnvironmentVariable("PARTYCMS_ARTIFACTS") ?? Path.Combine(AppContext.BaseDirectory, "test-output"),
        "screenshots")).FullName;

    /// <inheritdoc />
    public async ValueTask InitializeAsync()
    {
        UseKestrel(0);
        StartServer();
        Origin = ClientOptions.BaseAddress.ToString().TrimEnd('/');
        _playwright = await Playwright.CreateAsync();
        _browser = await _playwright.Chromium.LaunchAsync(new BrowserTypeLaunchOptions
        {
            ExecutablePath = Environment.GetEnvironmentVariable("CHROMIUM") ?? "/usr/bin/chromium",
            Args = ["--no-sandbox", "--disable-background-networking", "--disable-component-update", "--disable-quic", "--no-first-run"],
        });
    }

    /// <summary>
    /// A fresh browser window: a phone of 390 × 844 or a desk of 1280 × 800; without the protection of the site's content
    /// security policy where a test must see that nothing needs it; as another browser where it names one.
    /// </summary>
    public async Task<IPage> OpenAsync(Device device, bool isDark = false, bool withJavaScript = true, bool isUnprotected = false,
        string? userAgent = null)
    {
        var context = await _browser!.NewContextAsync(new BrowserNewContextOptions
        {
            BaseURL = Origin,
            Locale = "zh-CN",
            UserAgent = userAgent,
            TimezoneId = "Asia/Shanghai",
            ColorScheme = isDark ? ColorScheme.Dark : ColorScheme.Light,
            JavaScriptEnabled = withJavaScript,
            IsMobile = device == Device.Phone,
            HasTouch = device == Device.Phone,
            BypassCSP = isUnprotected,
            ViewportSize = device == Device.Phone ? new() { Width = 390, Height = 844 } : new() { Width = 1280, Height = 800 },
        });
        var page = await context.NewPageAsync();
        page.SetDefaultTimeout(15_000);
        return page;
    }

    /// <summary>Signs a window in as a demo account.</summary>
    public static async Task SignInAsync(IPage page, string userName)
    {
        await page.GotoAsync("/account/login");
        await page.FillAsync("[name=UserName]", userName);
        await page.FillAsync("[name=Password]", Password);
        await page.ClickAsync("form:has([name=Password]) button");
        await page.WaitForURLAsync(address => !address.Contains("/account/login", StringComparison.Ordinal));
    }

    /// <summary>Keeps a picture of what the window shows, among the build's artifacts.</summary>
    public static Task ScreenshotAsync(IPage page, string name, bool isFullPage = false) =>
        page.ScreenshotAsync(new PageScreenshotOptions { Path = Path.Combine(Screenshots, name + ".png"), FullPage = isFullPage });

    /// <inheritdoc />
    public override async ValueTask DisposeAsync()
    {
        if (_browser is not null)
        {
            await _browser.DisposeAsync();
        }

        _playwright?.Dispose();
        await base.DisposeAsync();
        Directory.Delete(_folder, recursive: true);
    }

    /// <inheritdoc />
    protected override void ConfigureWebHost(IWebHostBuilder builder)
    {
        builder.UseEnvironment("Development");
        builder.UseSetting("Cms:DataPath", _folder);
        builder.UseSetting("Cms:Setup:AdminPassword", Password);
        builder.UseSetting("Cms:Setup:DemoPassword", Password);
        builder.UseSetting("Cms:Setup:ApiClients:0:ClientId", ApiClient);
        builder.UseSetting("Cms:Setup:ApiClients:0:ClientSecret", Password);
        builder.UseSetting("Cms:Setup:ApiClients:0:Roles:0", "Administrator");
        foreach (var (key, value) in Settings)
        {
            builder.UseSetting(key, value);
        }
    }
}

/// <summary>What a window looks like.</summary>
public enum Device
{
    /// <summary>390 × 844, touch.</summary>
    Phone,

    /// <summary>1280 × 800.</summary>
    Desk,
}
