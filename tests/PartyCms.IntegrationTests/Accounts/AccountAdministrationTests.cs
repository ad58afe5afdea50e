using System.Net;
using System.Text.RegularExpressions;
using Microsoft.Extensions.DependencyInjection;
using PartyCms.Accounts;
using PartyCms.Kernel.Data;
using PartyCms.Kernel.Security;
using PartyCms.Organization.Contracts;

namespace PartyCms.IntegrationTests.Accounts;

public sealed partial class AccountAdministrationTests(CmsFactory site) : IClassFixture<CmsFactory>
{
    [Fact]
    public async Task An_imported_role_is_given_at_a_node_and_holds_there_and_nowhere_else()
    {
        await StoreRolesAsync(("Editor", ["EditContent", "PublishContent", "AccessAdminPanel"]), ("Moderator", ["ManageComments"]));
        using var administrator = await site.SignInAsync("admin");
        var password = await CreateAsync(administrator, "importededitor");
        var page = await PageOfAsync("importededitor");
        var unit = await site.WithServicesAsync(async services =>
            (await services.GetRequiredService<BranchDirectory>().FindAsync("qinghe", Cancel))!.Id);

        var form = await administrator.GetStringAsync(page, Cancel);
        using var given = await CmsFactory.PostFormAsync(
            administrator, page, new() { ["role"] = "Editor", ["orgUnitId"] = unit.ToString() }, page + "?handler=AddRole");
        using var refused = await CmsFactory.PostFormAsync(administrator, page, new() { ["role"] = "Moderator" }, page + "?handler=AddRole");
        var roles = await site.WithServicesAsync(async services =>
        {
            var db = services.GetRequiredService<CmsDbContext>();
            var id = await db.Set<Account>().Where(account => account.UserName == "importededitor").Select(account => account.Id).SingleAsync(Cancel);
            return await db.Set<RoleAssignment>().Where(row => row.SubjectId == id && row.Role != Roles.Secretary && row.Role != Roles.Member)
                .Select(row => new { row.Role, row.OrgUnitId }).ToListAsync(Cancel);
        });
        using var editor = site.CreateVisitor();
        using var signedIn = await CmsFactory.PostFormAsync(
            editor, "/account/login", new() { ["UserName"] = "importededitor", ["Password"] = password });

        Assert.Contains("Editor（导入的角色，", form, StringComparison.Ordinal);
        Assert.Contains("“Moderator” 在本站没有对应的权限", form, StringComparison.Ordinal);
        Assert.Equal([("Editor", (Guid?)unit)], roles.Select(row => (row.Role, row.OrgUnitId)));
        Assert.Equal(HttpStatusCode.OK, (await editor.GetAsync("/admin/content/edit?type=Guide", Cancel)).StatusCode);
        Assert.NotEqual(HttpStatusCode.OK, (await editor.GetAsync("/admin/accounts", Cancel)).StatusCode);
    }

    private Task<bool> StoreRolesAsync(params (string Name, string[] Permissions)[] roles) => site.WithServicesAsync(async services =>
    {
        foreach (var (name, permissions) in roles)
        {
            (await services.GetRequiredService<StoredRoles>().OpenAsync(name, Cancel)).Permissions = permissions;
        }

        await services.GetRequiredService<CmsDbContext>().SaveChangesAsync(Cancel);
        return true;
    });

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_new_account_signs_in_with_the_password_shown_once()
    {
        using var administrator = await site.SignInAsync("admin");

        var password = await CreateAsync(administrator, "newcomer");

        Assert.Equal(HttpStatusCode.Redirect, await SignInAsync("newcomer", password));
    }

    [Fact]
    public async Task A_user_name_is_given_once()
    {
        using var administrator = await site.SignInAsync("admin");

        using var answer = await CmsFactory.PostFormAsync(
            administrator, "/admin/accounts/new", new() { ["UserName"] = "secretary", ["Role"] = "Member" });

        Assert.Contains("已被使用", await answer.Content.ReadAsStringAsync(Cancel), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_locked_account_cannot_sign_in_until_it_is_unlocked()
    {
        using var administrator = await site.SignInAsync("admin");
        var password = await CreateAsync(administrator, "lockable");
        var page = await PageOfAsync("lockable");

        using var locked = await CmsFactory.PostFormAsync(administrator, page, [], page + "?handler=Lock");
        var whileLocked = await SignInAsync("lockable", password);
        using var unlocked = await CmsFactory.PostFormAsync(administrator, page, [], page + "?handler=Unlock");

        Assert.Equal((HttpStatusCode.OK, HttpStatusCode.Redirect), (whileLocked, await SignInAsync("lockable", password)));
    }

    [Fact]
    public async Task After_a_reset_only_the_new_password_counts()
    {
        using var administrator = await site.SignInAsync("admin");
        var old = await CreateAsync(administrator, "forgetful");
        var page = await PageOfAsync("forgetful");

        using var answer = await CmsFactory.PostFormAsync(administrator, page, [], page + "?handler=ResetPassword");
        var fresh = PasswordIn(await answer.Content.ReadAsStringAsync(Cancel));

        Assert.Equal(
            (HttpStatusCode.OK, HttpStatusCode.Redirect), (await SignInAsync("forgetful", old), await SignInAsync("forgetful", fresh)));
    }

    [Fact]
    public async Task A_role_is_added_and_taken_away()
    {
        using var administrator = await site.SignInAsync("admin");
        await CreateAsync(administrator, "changing");
        var page = await PageOfAsync("changing");

        using var added = await CmsFactory.PostFormAsync(
            administrator, page, new() { ["role"] = "Reviewer" }, page + "?handler=AddRole");
        var roles = await RolesOfAsync("changing");
        using var removed = await CmsFactory.PostFormAsync(
            administrator, page, [], $"{page}?handler=RemoveRole&assignment={roles.Single(row => row.Role == "Reviewer").Id}");

        Assert.Equal(["Member", "Reviewer"], roles.Select(row => row.Role).Order());
        Assert.Equal(["Member"], (await RolesOfAsync("changing")).Select(row => row.Role));
    }

    [Fact]
    public async Task The_last_administrator_stays_one_and_stays_unlocked()
    {
        using var administrator = await site.SignInAsync("admin");
        var page = await PageOfAsync("admin");
        var role = (await RolesOfAsync("admin")).Single();

        using var removed = await CmsFactory.PostFormAsync(
            administrator, page, [], $"{page}?handler=RemoveRole&assignment={role.Id}");
        using var locked = await CmsFactory.PostFormAsync(administrator, page, [], page + "?handler=Lock");

        Assert.Equal(role.Id, (await RolesOfAsync("admin")).Single().Id);
        Assert.Equal(HttpStatusCode.Redirect, await SignInAsync("admin", CmsFactory.DemoPassword));
    }

    [Theory]
    [InlineData("/admin/accounts")]
    [InlineData("/admin/accounts/new")]
    public async Task A_secretary_manages_no_accounts(string page)
    {
        using var secretary = await site.SignInAsync("secretary");

        using var answer = await secretary.GetAsync(page, Cancel);

        Assert.NotEqual(HttpStatusCode.OK, answer.StatusCode);
    }

    [Fact]
    public async Task Everybody_changes_the_own_password()
    {
        using var administrator = await site.SignInAsync("admin");
        var old = await CreateAsync(administrator, "careful");
        using var careful = site.CreateVisitor();
        await CmsFactory.PostFormAsync(careful, "/account/login", new() { ["UserName"] = "careful", ["Password"] = old });

        using var wrong = await CmsFactory.PostFormAsync(
            careful, "/account/password", new() { ["Current"] = "not this one", ["New"] = "a-new-long-phrase", ["Again"] = "a-new-long-phrase" });
        using var right = await CmsFactory.PostFormAsync(
            careful, "/account/password", new() { ["Current"] = old, ["New"] = "a-new-long-phrase", ["Again"] = "a-new-long-phrase" });

        Assert.Contains("原密码不对", await wrong.Content.ReadAsStringAsync(Cancel), StringComparison.Ordinal);
        Assert.Contains("密码已修改", await right.Content.ReadAsStringAsync(Cancel), StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.Redirect, await SignInAsync("careful", "a-new-long-phrase"));
    }

    [Fact]
    public async Task An_administrator_of_one_branch_gets_nothing_that_reaches_beyond_it()
    {
        using var administrator = await site.SignInAsync("admin");
        var branch = await site.WithServicesAsync(async services =>
            (await services.GetRequiredService<BranchDirectory>().FindAsync("qinghe", Cancel))!.Id);
        using var created = await CmsFactory.PostFormAsync(
            administrator,
            "/admin/accounts/new",
            new() { ["UserName"] = "branch-admin", ["Role"] = "Administrator", ["OrgUnitId"] = branch.ToString() });
        using var local = site.CreateVisitor();
        using var signedIn = await CmsFactory.PostFormAsync(local, "/account/login", new()
        {
            ["UserName"] = "branch-admin",
            ["Password"] = PasswordIn(await created.Content.ReadAsStringAsync(Cancel)),
        });

        var answers = new List<HttpStatusCode>();
        foreach (var page in new[] { "/admin/accounts", "/admin/api-clients", "/admin/operations/audit", "/admin/reports" })
        {
            using var answer = await local.GetAsync(page, Cancel);
            answers.Add(answer.StatusCode);
        }

        using var own = await local.GetAsync("/admin/organization", Cancel);
        Assert.DoesNotContain(HttpStatusCode.OK, answers);
        Assert.Equal(HttpStatusCode.OK, own.StatusCode);
    }

    [Fact]
    public async Task Many_tries_tell_nobody_whether_a_name_exists()
    {
        string known = "", unknown = "";
        for (var attempt = 0; attempt < 7; attempt++)
        {
            known = await RefusalAsync("reviewer");
            unknown = await RefusalAsync("nobody-of-this-name");
        }

        Assert.Equal(unknown, known);
    }

    [Theory]
    [InlineData("/搜索")]
    [InlineData("//elsewhere.example")]
    public async Task After_sign_in_an_address_that_cannot_be_a_redirect_leads_to_the_own_page(string address)
    {
        using var client = site.CreateVisitor();

        using var answer = await CmsFactory.PostFormAsync(
            client,
            "/account/login?return=" + Uri.EscapeDataString(address),
            new() { ["UserName"] = "member2", ["Password"] = CmsFactory.DemoPassword });

        Assert.Equal("/me", answer.Headers.Location!.OriginalString);
    }

    private async Task<string> RefusalAsync(string userName)
    {
        using var client = site.CreateVisitor();
        using var answer = await CmsFactory.PostFormAsync(
            client, "/account/login", new() { ["UserName"] = userName, ["Password"] = "not-the-password" });
        var html = await answer.Content.ReadAsStringAsync(Cancel);
        return Refusal().Match(html).Value;
    }

    [GeneratedRegex("用户名或密码不对[^<]*|密码错误[^<]*")]
    private static partial Regex Refusal();

    private static async Task<string> CreateAsync(HttpClient administrator, string userName)
    {
        using var answer = await CmsFactory.PostFormAsync(
            administrator, "/admin/accounts/new", new() { ["UserName"] = userName, ["Role"] = "Member" });
        return PasswordIn(await answer.Content.ReadAsStringAsync(Cancel));
    }

    private static string PasswordIn(string html)
    {
        var match = ShownPassword().Match(html);
        Assert.True(match.Success, html);
        return match.Groups[1].Value;
    }

    private async Task<HttpStatusCode> SignInAsync(string userName, string password)
    {
        using var client = site.CreateVisitor();
        using var answer = await CmsFactory.PostFormAsync(
            client, "/account/login", new() { ["UserName"] = userName, ["Password"] = password });
        return answer.StatusCode;
    }

    private async Task<string> PageOfAsync(string userName) => "/admin/accounts/" + await site.WithServicesAsync(services =>
        services.GetRequiredService<CmsDbContext>().Set<Account>()
            .Where(account => account.UserName == userName).Select(account => account.Id).SingleAsync(Cancel));

    private Task<List<RoleAssignment>> RolesOfAsync(string userName) => site.WithServicesAsync(services =>
    {
        var db = services.GetRequiredService<CmsDbContext>();
        return db.Set<RoleAssignment>().AsNoTracking()
            .Where(row => db.Set<Account>().Any(account => account.Id == row.SubjectId && account.UserName == userName))
            .ToListAsync(Cancel);
    });

    [GeneratedRegex("<code[^>]*>([^<]+)</code>")]
    private static partial Regex ShownPassword();
}
