using System.Net;
using System.Text.RegularExpressions;
using Microsoft.AspNetCore.Authentication.Cookies;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Identity;
using Microsoft.AspNetCore.Mvc.Testing;
using Microsoft.AspNetCore.TestHost;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;

namespace PartyCms.IntegrationTests;

/// <summary>
/// The real site with the demo, over HTTP, on an own database: a SQLite file, or a PostgreSQL database where
/// <c>PARTYCMS_TEST_POSTGRES</c> holds a connection string. One for each test class that asks for it.
/// </summary>
public sealed partial class CmsFactory : WebApplicationFactory<Program>, IAsyncLifetime
{
    /// <summary>Password of every demo account.</summary>
    public const string DemoPassword = "demo-password-for-tests";

    private readonly string _folder = Directory.CreateTempSubdirectory("partycms-test-").FullName;

    private readonly string _database = $"t{Guid.CreateVersion7():N}";

    /// <summary>The site's clock: begins at a Wednesday noon in Shanghai, a workday far from any year's end.</summary>
    public SiteClock Clock { get; } = new(new DateTimeOffset(2026, 9, 16, 4, 0, 0, TimeSpan.Zero));

    internal static string? PostgreSql => Environment.GetEnvironmentVariable("PARTYCMS_TEST_POSTGRES");

    /// <inheritdoc />
    public async ValueTask InitializeAsync()
    {
        await CopyDemoAsync();
        await StartAsync();
    }

    /// <summary>Puts the demo in this site's place without starting the site, for nodes that are made of it.</summary>
    internal Task CopyDemoAsync() => DemoTemplate.CopyToAsync(_folder, _database, PostgreSql);

    /// <summary>Starts the site; an empty database is set up with the demo first.</summary>
    internal async Task StartAsync()
    {
        using var client = CreateClient();
        using var answer = await client.GetAsync("/health/ready");
        answer.EnsureSuccessStatusCode();
    }

    internal (string Folder, string Database) Place => (_folder, _database);

    /// <inheritdoc />
    public override async ValueTask DisposeAsync()
    {
        await base.DisposeAsync();
        await DemoTemplate.DropAsync(_folder, _database, PostgreSql);
    }

    /// <summary>A client that keeps cookies and follows no redirect.</summary>
    public HttpClient CreateVisitor() => CreateDefaultClient(new CookieJar());

    /// <summary>A client signed in as a demo account.</summary>
    public Task<HttpClient> SignInAsync(string userName) => SignInAsync(this, userName);

    /// <summary>A client of a site that was made of another one, signed in as a demo account.</summary>
    public static async Task<HttpClient> SignInAsync(WebApplicationFactory<Program> site, string userName)
    {
        var client = site.CreateDefaultClient(new CookieJar());
        using var answer = await PostFormAsync(client, "/account/login", new()
        {
            ["UserName"] = userName,
            ["Password"] = DemoPassword,
        });
        Assert.Equal(HttpStatusCode.Redirect, answer.StatusCode);
        return client;
    }

    /// <summary>Fetches the page of a form for its antiforgery token, then posts the fields to it (or to <paramref name="action" />).</summary>
    public static async Task<HttpResponseMessage> PostFormAsync(
        HttpClient client, string page, Dictionary<string, string> fields, string? action = null)
    {
        var html = await client.GetStringAsync(page);
        var token = Token().Match(html);
        Assert.True(token.Success, $"{page} holds no form with an antiforgery token.");
        fields["__RequestVerificationToken"] = token.Groups[1].Value;
        using var content = new FormUrlEncodedContent(fields);
        return await client.PostAsync(action ?? page, content);
    }

    /// <summary>Runs something against the site's services, as the site itself would.</summary>
    public async Task<T> WithServicesAsync<T>(Func<IServiceProvider, Task<T>> act)
    {
        await using var scope = Services.CreateAsyncScope();
        return await act(scope.ServiceProvider);
    }

    /// <inheritdoc />
    protected override void ConfigureWebHost(IWebHostBuilder builder)
    {
        builder.UseEnvironment("Development");
        builder.UseSetting("Cms:DataPath", _folder);
        builder.UseSetting("Cms:Setup:AdminPassword", DemoPassword);
        builder.UseSetting("Cms:Setup:DemoPassword", DemoPassword);
        builder.UseSetting("Cms:Setup:ApiClients:0:ClientId", "test-client");
        builder.UseSetting("Cms:Setup:ApiClients:0:ClientSecret", "test-client-secret-1234567890");
        builder.UseSetting("Cms:Setup:ApiClients:0:Roles:0", "Administrator");
        builder.UseSetting("Cms:RateLimits:ClientPerMinute", "0");
        builder.UseSetting("Cms:RateLimits:TokensPerMinute", "0");
        if (PostgreSql is { } server)
        {
            builder.UseSetting("Cms:Database", "PostgreSql");
            builder.UseSetting("ConnectionStrings:Cms", $"{server};Database={_database};Maximum Pool Size=20");
        }

        builder.ConfigureTestServices(services =>
        {
            services.Replace(ServiceDescriptor.Singleton<TimeProvider>(Clock));

            // The site's clock dates its cookies, the client drops expired ones by the machine's: let them have no date.
            services.PostConfigure<CookieAuthenticationOptions>(
                IdentityConstants.ApplicationScheme,
                options => options.Events.OnSigningIn = signingIn =>
                {
                    signingIn.Properties.IsPersistent = false;
                    return Task.CompletedTask;
                });
        });
    }

    [GeneratedRegex("name=\"__RequestVerificationToken\" type=\"hidden\" value=\"([^\"]+)\"")]
    private static partial Regex Token();
}
