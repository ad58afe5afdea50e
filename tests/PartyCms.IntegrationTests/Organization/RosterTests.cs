using System.Net;
using Microsoft.Extensions.DependencyInjection;
using PartyCms.Kernel.Audit;
using PartyCms.Kernel.Data;
using PartyCms.Organization.Members;
using PartyCms.Organization.Tree;

namespace PartyCms.IntegrationTests.Organization;

public sealed class RosterTests(CmsFactory site) : IClassFixture<CmsFactory>
{
    private const string Own = "/admin/members?branch=qinghe";

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_secretary_sees_the_own_roster_and_the_look_is_noted()
    {
        using var secretary = await site.SignInAsync("secretary");

        using var answer = await secretary.GetAsync(Own, Cancel);

        Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
        Assert.True(answer.Headers.CacheControl!.NoStore);
        Assert.True(await site.WithServicesAsync(services => services.GetRequiredService<CmsDbContext>().Set<AuditEvent>()
            .AnyAsync(row => row.Kind == "members.viewed" && row.ActorName == "secretary", Cancel)));
    }

    [Theory]
    [InlineData("yunfan")]
    [InlineData("no-such-branch")]
    public async Task A_roster_of_another_branch_is_not_there(string branch)
    {
        using var secretary = await site.SignInAsync("secretary");

        using var answer = await secretary.GetAsync("/admin/members?branch=" + branch, Cancel);

        Assert.Equal(HttpStatusCode.NotFound, answer.StatusCode);
    }

    [Theory]
    [InlineData("/admin/members")]
    [InlineData("/admin/organization")]
    [InlineData("/admin/accounts")]
    public async Task A_member_sees_no_roster_no_tree_and_no_accounts(string page)
    {
        using var member = await site.SignInAsync("member");

        using var answer = await member.GetAsync(page, Cancel);

        Assert.NotEqual(HttpStatusCode.OK, answer.StatusCode);
    }

    [Fact]
    public async Task A_secretary_adds_a_person_and_corrects_the_name()
    {
        using var secretary = await site.SignInAsync("secretary");

        using var added = await CmsFactory.PostFormAsync(
            secretary, Own, new() { ["Name"] = "示测一", ["AffiliatedOn"] = "2026-09-01" }, "/admin/members?branch=qinghe&handler=Add");
        var member = await FindAsync("示测一");
        using var renamed = await CmsFactory.PostFormAsync(
            secretary, Own, new() { ["Name"] = "示测二" }, $"/admin/members?branch=qinghe&handler=Rename&id={member!.Id}");

        Assert.Equal((HttpStatusCode.Redirect, HttpStatusCode.Redirect), (added.StatusCode, renamed.StatusCode));
        Assert.Equal(member.Id, (await FindAsync("示测二"))!.Id);
    }

    [Fact]
    public async Task Nobody_is_added_without_a_name()
    {
        using var secretary = await site.SignInAsync("secretary");

        using var answer = await CmsFactory.PostFormAsync(
            secretary, Own, new() { ["Name"] = "" }, "/admin/members?branch=qinghe&handler=Add");

        Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
        Assert.Contains("text-danger", await answer.Content.ReadAsStringAsync(Cancel), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_secretary_changes_nobody_of_another_branch_and_moves_nobody_there()
    {
        using var secretary = await site.SignInAsync("secretary");
        var (stranger, own, other) = await site.WithServicesAsync(async services =>
        {
            var db = services.GetRequiredService<CmsDbContext>();
            var foreign = await db.Set<OrgUnit>().SingleAsync(unit => unit.Slug == "yunfan", Cancel);
            var home = await db.Set<OrgUnit>().SingleAsync(unit => unit.Slug == "qinghe", Cancel);
            return (await db.Set<Member>().FirstAsync(row => row.BranchId == foreign.Id, Cancel),
                await db.Set<Member>().FirstAsync(row => row.BranchId == home.Id, Cancel), foreign.Id);
        });

        using var renamed = await CmsFactory.PostFormAsync(
            secretary, Own, new() { ["Name"] = "示测三" }, $"/admin/members?branch=qinghe&handler=Rename&id={stranger.Id}");
        using var moved = await CmsFactory.PostFormAsync(
            secretary, Own, new() { ["Name"] = "示测三" }, $"/admin/members?branch=qinghe&handler=Move&id={own.Id}&to={other}");

        Assert.Equal((HttpStatusCode.NotFound, HttpStatusCode.NotFound), (renamed.StatusCode, moved.StatusCode));
    }

    [Fact]
    public async Task An_administrator_moves_a_person_and_the_affiliation_begins_today()
    {
        using var administrator = await site.SignInAsync("admin");
        await CmsFactory.PostFormAsync(
            administrator, Own, new() { ["Name"] = "示迁一", ["AffiliatedOn"] = "2020-01-01" }, "/admin/members?branch=qinghe&handler=Add");
        var member = (await FindAsync("示迁一"))!;
        var target = await site.WithServicesAsync(services => services.GetRequiredService<CmsDbContext>().Set<OrgUnit>()
            .SingleAsync(unit => unit.Slug == "yunfan", Cancel));

        using var answer = await CmsFactory.PostFormAsync(
            administrator, Own, [], $"/admin/members?branch=qinghe&handler=Move&id={member.Id}&to={target.Id}");

        var after = (await FindAsync("示迁一"))!;
        Assert.Equal((HttpStatusCode.Redirect, target.Id, new DateOnly(2026, 9, 16)), (answer.StatusCode, after.BranchId, after.AffiliatedOn));
    }

    [Fact]
    public async Task An_administrator_adds_a_branch_and_its_page_can_be_read()
    {
        using var administrator = await site.SignInAsync("admin");

        using var answer = await CmsFactory.PostFormAsync(administrator, "/admin/organization/unit", new()
        {
            ["Form.Name"] = "示例新支部",
            ["Form.Slug"] = "shili-new",
            ["Form.Kind"] = "Branch",
        });

        Assert.Equal(HttpStatusCode.Redirect, answer.StatusCode);
        Assert.Contains("示例新支部", await administrator.GetStringAsync("/admin/organization", Cancel), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("qinghe", "已被使用")]
    [InlineData("Qing He", "小写字母")]
    public async Task A_slug_must_be_free_and_plain(string slug, string reason)
    {
        using var administrator = await site.SignInAsync("admin");

        using var answer = await CmsFactory.PostFormAsync(administrator, "/admin/organization/unit", new()
        {
            ["Form.Name"] = "示例支部",
            ["Form.Slug"] = slug,
            ["Form.Kind"] = "Branch",
        });

        Assert.Contains(reason, await answer.Content.ReadAsStringAsync(Cancel), StringComparison.Ordinal);
    }

    private Task<Member?> FindAsync(string name) => site.WithServicesAsync(services =>
        services.GetRequiredService<CmsDbContext>().Set<Member>().AsNoTracking().SingleOrDefaultAsync(row => row.Name == name, Cancel));
}
