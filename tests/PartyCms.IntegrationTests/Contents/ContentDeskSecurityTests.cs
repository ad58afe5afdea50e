using System.Net;
using Microsoft.Extensions.DependencyInjection;
using PartyCms.Organization.Contracts;
using static PartyCms.IntegrationTests.Contents.ContentDeskSteps;

namespace PartyCms.IntegrationTests.Contents;

public sealed class ContentDeskSecurityTests(CmsFactory site) : IClassFixture<CmsFactory>
{
    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Theory]
    [InlineData("/admin/content/edit/")]
    [InlineData("/admin/content/preview/")]
    [InlineData("/admin/content/history/")]
    [InlineData("/admin/content/withdraw/")]
    [InlineData("/admin/content/discard/")]
    [InlineData("/admin/content/delete/")]
    public async Task A_draft_of_another_branch_is_not_there_to_see(string page)
    {
        using var secretary = await site.SignInAsync("secretary");
        using var foreigner = await site.SignInAsync("secretary2");
        var id = await secretary.CreateDraftAsync(Typed("内部讨论稿", "<p>还没有定。</p>"));

        using var answer = await foreigner.GetAsync(page + id, Cancel);

        Assert.Equal(HttpStatusCode.NotFound, answer.StatusCode);
        Assert.DoesNotContain("内部讨论稿", await answer.Content.ReadAsStringAsync(Cancel), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("/admin/content/edit/{0}?handler=draft")]
    [InlineData("/admin/content/edit/{0}?handler=autosave")]
    [InlineData("/admin/content/edit/{0}?handler=preview")]
    [InlineData("/admin/content/edit/{0}?handler=publish")]
    [InlineData("/admin/content/withdraw/{0}")]
    [InlineData("/admin/content/discard/{0}")]
    [InlineData("/admin/content/delete/{0}")]
    public async Task A_draft_of_another_branch_is_not_there_to_change(string action)
    {
        using var secretary = await site.SignInAsync("secretary");
        using var foreigner = await site.SignInAsync("secretary2");
        var id = await secretary.CreateDraftAsync(Typed("内部讨论稿", "<p>还没有定。</p>"));
        var typed = Typed("被别人改了", "<p>别人写的。</p>");
        typed["Reason"] = "不该能撤";

        using var answer = await CmsFactory.PostFormAsync(
            foreigner, NewItem, typed, string.Format(System.Globalization.CultureInfo.InvariantCulture, action, id));

        Assert.Equal(HttpStatusCode.NotFound, answer.StatusCode);
        Assert.Contains("内部讨论稿", await secretary.GetStringAsync(Edit(id), Cancel), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("draft")]
    [InlineData("publish")]
    public async Task A_new_item_for_a_branch_outside_the_scope_is_refused(string button)
    {
        using var foreigner = await site.SignInAsync("secretary2");
        var typed = Typed("借别家的名", "<p>正文。</p>");
        typed["Fields[PartyBranchPart.BranchId]"] = (await BranchAsync("qinghe")).ToString();

        using var answer = await foreigner.PressAsync(NewItem, button, typed);

        Assert.Equal(HttpStatusCode.UnprocessableEntity, answer.StatusCode);
    }

    [Fact]
    public async Task An_own_item_cannot_be_moved_to_a_branch_outside_the_scope()
    {
        using var secretary = await site.SignInAsync("secretary");
        var id = await secretary.CreateDraftAsync(Typed("要搬走的稿", "<p>正文。</p>"));
        var typed = Typed("要搬走的稿", "<p>正文。</p>");
        typed["Fields[PartyBranchPart.BranchId]"] = (await BranchAsync("yunfan")).ToString();

        using var answer = await secretary.PressAsync(Edit(id), "publish", typed);

        Assert.Equal(HttpStatusCode.UnprocessableEntity, answer.StatusCode);
    }

    [Fact]
    public async Task A_form_opened_with_the_id_of_a_foreign_item_changes_nothing_of_it()
    {
        using var secretary = await site.SignInAsync("secretary");
        using var foreigner = await site.SignInAsync("secretary2");
        var id = await secretary.CreateDraftAsync(Typed("原来的稿", "<p>原来的。</p>"));
        var typed = Typed("顶替的稿", "<p>顶替的。</p>");
        typed["NewId"] = id;

        using var answer = await foreigner.PressAsync(NewItem, "publish", typed);
        var html = await answer.Content.ReadAsStringAsync(Cancel);

        Assert.Equal(HttpStatusCode.Conflict, answer.StatusCode);
        Assert.DoesNotContain("原来的", html, StringComparison.Ordinal);
        Assert.Contains("原来的稿", await secretary.GetStringAsync(Edit(id), Cancel), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("/admin/content?type=Unknown")]
    [InlineData("/admin/content/edit?type=Unknown")]
    [InlineData("/admin/content/edit/4nosuchitem00000000000000x")]
    public async Task What_does_not_exist_is_404(string page)
    {
        using var secretary = await site.SignInAsync("secretary");

        using var answer = await secretary.GetAsync(page, Cancel);

        Assert.Equal(HttpStatusCode.NotFound, answer.StatusCode);
    }

    [Theory]
    [InlineData("/admin")]
    [InlineData("/admin/content?type=BranchNews")]
    [InlineData(NewItem)]
    public async Task A_member_does_not_enter_the_administration(string page)
    {
        using var member = await site.SignInAsync("member");

        using var answer = await member.GetAsync(page, Cancel);

        Assert.True(answer.StatusCode is HttpStatusCode.Forbidden or HttpStatusCode.Redirect, answer.StatusCode.ToString());
    }

    [Fact]
    public async Task Markup_in_any_field_is_shown_as_text_or_dropped()
    {
        const string attack = "\"><script>alert(1)</script><img src=x onerror=alert(1)>";
        using var secretary = await site.SignInAsync("secretary");
        using var reader = site.CreateVisitor();
        var typed = Typed("标题" + attack, "<p>正文" + attack + "</p>", "attack");
        typed["Fields[ArticlePart.Summary.Text]"] = "摘要" + attack;
        typed["Fields[ArticlePart.Cover.Paths[0]]"] = "/media/a.jpg";
        typed["Fields[ArticlePart.Cover.MediaTexts[0]]"] = "图片" + attack;
        var id = await secretary.CreateDraftAsync(new(typed));
        using var published = await secretary.PressAsync(Edit(id), "publish", new(typed));

        Assert.Equal(HttpStatusCode.Redirect, published.StatusCode);
        foreach (var (client, page) in new[]
        {
            (reader, "/news/attack"), (reader, "/news"), (reader, "/b/qinghe"), (secretary, "/admin"),
            (secretary, Edit(id)), (secretary, "/admin/content?type=BranchNews"), (secretary, "/admin/content/preview/" + id),
            (secretary, "/admin/content/history/" + id),
        })
        {
            var html = await client.GetStringAsync(page, Cancel);
            Assert.DoesNotContain("<script>alert", html, StringComparison.OrdinalIgnoreCase);
            Assert.DoesNotContain("<img src=x", html, StringComparison.OrdinalIgnoreCase);
        }
    }

    [Fact]
    public async Task A_reason_longer_than_its_column_is_refused_and_nothing_is_withdrawn()
    {
        using var secretary = await site.SignInAsync("secretary");
        using var reader = site.CreateVisitor();
        var id = await secretary.CreateDraftAsync(Typed("理由太长", "<p>正文。</p>", "long-reason"));
        using var published = await secretary.PressAsync(Edit(id), "publish", Typed("理由太长", "<p>正文。</p>", "long-reason"));

        using var answer = await CmsFactory.PostFormAsync(
            secretary, "/admin/content/withdraw/" + id, new() { ["Reason"] = new string('长', 1001) });
        using var page = await reader.GetAsync("/news/long-reason", Cancel);

        Assert.Equal((HttpStatusCode.UnprocessableEntity, HttpStatusCode.OK), (answer.StatusCode, page.StatusCode));
    }

    private Task<Guid> BranchAsync(string slug) => site.WithServicesAsync(async services =>
        (await services.GetRequiredService<BranchDirectory>().FindAsync(slug, Cancel))!.Id);
}
