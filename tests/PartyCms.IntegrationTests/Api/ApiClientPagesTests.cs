using System.Net;
using PartyCms.Kernel.Audit;
using PartyCms.Kernel.Data;
using Microsoft.Extensions.DependencyInjection;

namespace PartyCms.IntegrationTests.Api;

public sealed class ApiClientPagesTests(CmsFactory site) : IClassFixture<CmsFactory>
{
    private const string New = "/admin/api-clients/new";

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Fact]
    public async Task The_secret_of_a_new_client_is_shown_once_and_works()
    {
        using var admin = await site.SignInAsync("admin");
        var secret = await CreateAsync(admin, "street-portal");

        using var client = await site.WithTokenAsync("street-portal", secret);
        var list = await admin.GetStringAsync("/admin/api-clients", Cancel);
        var details = await admin.GetStringAsync(await DetailsOfAsync(admin, "street-portal"), Cancel);

        Assert.Contains("street-portal", list, StringComparison.Ordinal);
        Assert.DoesNotContain(secret, list + details, StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.OK, (await client.GetAsync("/api/content?take=1", Cancel)).StatusCode);
    }

    [Fact]
    public async Task The_list_tells_when_a_client_was_last_used()
    {
        using var admin = await site.SignInAsync("admin");
        var secret = await CreateAsync(admin, "used-portal");
        var path = await DetailsOfAsync(admin, "used-portal");

        var before = await admin.GetStringAsync(path, Cancel);
        using var client = await site.WithTokenAsync("used-portal", secret);
        var after = await admin.GetStringAsync(path, Cancel);

        Assert.Contains("从未使用", before, StringComparison.Ordinal);
        Assert.DoesNotContain("从未使用", after, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_client_without_a_name_is_refused()
    {
        using var admin = await site.SignInAsync("admin");

        using var answer = await CmsFactory.PostFormAsync(admin, New, new() { ["ClientId"] = "nameless", ["Role"] = "Member" });

        Assert.Equal(HttpStatusCode.UnprocessableEntity, answer.StatusCode);
        Assert.Contains("请填写名称。", await answer.Content.ReadAsStringAsync(Cancel), StringComparison.Ordinal);
        Assert.DoesNotContain("nameless", await admin.GetStringAsync("/admin/api-clients", Cancel), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("24", HttpStatusCode.OK)]
    [InlineData("0", HttpStatusCode.Unauthorized)]
    public async Task A_rotation_keeps_the_old_secret_for_the_chosen_time(string grace, HttpStatusCode oldSecret)
    {
        using var admin = await site.SignInAsync("admin");
        var name = "rotated-" + grace;
        var old = await CreateAsync(admin, name);
        var path = await DetailsOfAsync(admin, name);

        using var answer = await CmsFactory.PostFormAsync(admin, path, new() { ["grace"] = grace }, path + "?handler=Rotate");
        var fresh = SecretIn(await answer.Content.ReadAsStringAsync(Cancel));
        using var visitor = site.CreateVisitor();
        using var withOld = await visitor.TokenAsync(Credentials(name, old));
        using var withNew = await visitor.TokenAsync(Credentials(name, fresh));

        Assert.Equal((oldSecret, HttpStatusCode.OK), (withOld.StatusCode, withNew.StatusCode));
    }

    [Fact]
    public async Task A_revoked_client_gets_no_token_and_the_act_is_in_the_audit()
    {
        using var admin = await site.SignInAsync("admin");
        var secret = await CreateAsync(admin, "ended-portal");
        var path = await DetailsOfAsync(admin, "ended-portal");

        using var answer = await CmsFactory.PostFormAsync(admin, path, new(), path + "?handler=Revoke");
        using var visitor = site.CreateVisitor();
        using var token = await visitor.TokenAsync(Credentials("ended-portal", secret));
        var page = await admin.GetStringAsync(path, Cancel);
        var actors = await site.WithServicesAsync(services => services.GetRequiredService<CmsDbContext>().Set<AuditEvent>()
            .Where(entry => entry.Kind == "api-client.revoked" && entry.Detail == "ended-portal")
            .Select(entry => entry.ActorName).ToListAsync(Cancel));

        Assert.Equal(HttpStatusCode.Unauthorized, token.StatusCode);
        Assert.Contains("已停用", page, StringComparison.Ordinal);
        Assert.DoesNotContain("换密钥", page, StringComparison.Ordinal);
        Assert.Equal(["admin"], actors);
    }

    [Theory]
    [InlineData("/admin/api-clients")]
    [InlineData("/admin/api-clients/new")]
    public async Task A_secretary_may_not_manage_clients(string path)
    {
        using var secretary = await site.SignInAsync("secretary");

        using var answer = await secretary.GetAsync(path, Cancel);

        Assert.Equal(HttpStatusCode.Redirect, answer.StatusCode);
        Assert.Contains("/error/403", answer.Headers.Location!.OriginalString, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_taken_client_id_is_told_beside_its_field()
    {
        using var admin = await site.SignInAsync("admin");

        using var answer = await CmsFactory.PostFormAsync(
            admin, New, new() { ["DisplayName"] = "重名", ["ClientId"] = "test-client", ["Role"] = "Secretary" });

        Assert.Contains("这个编号已被使用", await answer.Content.ReadAsStringAsync(Cancel), StringComparison.Ordinal);
    }

    private async Task<string> CreateAsync(HttpClient admin, string clientId)
    {
        using var answer = await CmsFactory.PostFormAsync(admin, New, new()
        {
            ["DisplayName"] = "街道门户",
            ["ClientId"] = clientId,
            ["Role"] = "Secretary",
            ["OrgUnitId"] = (await site.BranchAsync("qinghe")).ToString(),
        });
        return SecretIn(await answer.Content.ReadAsStringAsync(Cancel));
    }

    private static async Task<string> DetailsOfAsync(HttpClient admin, string clientId)
    {
        var row = (await admin.GetStringAsync("/admin/api-clients", Cancel)).Split("<tr>").Single(part =>
            part.Contains($">{clientId}<", StringComparison.Ordinal));
        return row.Split("href=\"")[1].Split('"')[0];
    }

    private static string SecretIn(string page) => page.Split("<code class=\"user-select-all text-break\">")[1].Split('<')[0];

    private static Dictionary<string, string> Credentials(string clientId, string secret) => new()
    {
        ["grant_type"] = "client_credentials",
        ["client_id"] = clientId,
        ["client_secret"] = secret,
    };
}
