using System.Net;
using System.Text.RegularExpressions;
using Microsoft.Extensions.DependencyInjection;
using PartyCms.Kernel.Audit;
using PartyCms.Kernel.Content;
using PartyCms.Kernel.Data;
using static PartyCms.IntegrationTests.Contents.ContentDeskSteps;

namespace PartyCms.IntegrationTests.Contents;

public sealed partial class VersionHistoryTests(CmsFactory site) : IClassFixture<CmsFactory>
{
    private const string Comment = "Fields[AuditTrailPart.Comment]";

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Fact]
    public async Task The_history_tells_who_saved_what_and_why()
    {
        using var secretary = await site.SignInAsync("secretary");
        var id = await PublishAsync(secretary, "换水管", "<p>周三换。</p>", comment: "第一次发");

        var html = await secretary.GetStringAsync(History(id), Cancel);

        Assert.Contains("secretary · 2026年9月16日", html, StringComparison.Ordinal);
        Assert.Contains("第一次发", html, StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_comment_of_a_published_version_does_not_pass_on_to_the_next()
    {
        using var secretary = await site.SignInAsync("secretary");
        var id = await PublishAsync(secretary, "换灯泡", "<p>周三换。</p>", comment: "第一次发");

        using var changed = await secretary.PressAsync(Edit(id), "draft", Typed("换灯泡", "<p>周四换。</p>"));

        Assert.Equal(["第一次发", null], (await VersionsAsync(id)).Select(version => version.Parts.Text(VersionParts.Comment)));
    }

    [Fact]
    public async Task A_comment_that_is_too_long_is_told_beside_its_field()
    {
        using var secretary = await site.SignInAsync("secretary");
        var typed = Typed("说明太长", "<p>正文。</p>");
        typed[Comment] = new string('长', 201);

        using var answer = await secretary.PressAsync(NewItem, "draft", typed);

        Assert.Equal(HttpStatusCode.UnprocessableEntity, answer.StatusCode);
        Assert.Contains("版本说明最多 200 个字", await answer.Content.ReadAsStringAsync(Cancel), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Two_versions_are_compared_word_by_word()
    {
        using var secretary = await site.SignInAsync("secretary");
        var id = await PublishAsync(secretary, "换水表", "<p>周三上午换。</p>");
        using var changed = await secretary.PressAsync(Edit(id), "draft", Typed("换水表", "<p>周四上午换。</p>"));

        var html = Tags().Replace(await secretary.GetStringAsync("/admin/content/compare/" + id, Cancel), "");

        Assert.Contains("周［删去三］［加上四］上午换。", html, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Versions_of_another_item_or_of_none_are_not_compared()
    {
        using var secretary = await site.SignInAsync("secretary");
        var id = await PublishAsync(secretary, "甲事", "<p>甲。</p>");
        var other = (await VersionsAsync(await PublishAsync(secretary, "乙事", "<p>乙。</p>")))[0].ContentItemVersionId;

        using var foreign = await secretary.GetAsync($"/admin/content/compare/{id}?from={other}", Cancel);
        using var unknown = await secretary.GetAsync($"/admin/content/compare/{id}?to=4nosuchversion", Cancel);

        Assert.Equal((HttpStatusCode.NotFound, HttpStatusCode.NotFound), (foreign.StatusCode, unknown.StatusCode));
    }

    [Fact]
    public async Task A_restored_version_becomes_a_draft_and_the_draft_it_replaces_stays_in_the_history()
    {
        using var secretary = await site.SignInAsync("secretary");
        using var reader = site.CreateVisitor();
        var id = await PublishAsync(secretary, "换门锁", "<p>周三换。</p>", "lock");
        using var changed = await secretary.PressAsync(Edit(id), "draft", Typed("换门锁", "<p>写到一半。</p>", "lock"));
        var first = (await VersionsAsync(id))[0];

        using var restored = await RestoreAsync(secretary, id, first.ContentItemVersionId);

        var versions = await VersionsAsync(id);
        Assert.Equal(HttpStatusCode.Redirect, restored.StatusCode);
        Assert.Equal(["<p>周三换。</p>", "<p>写到一半。</p>", "<p>周三换。</p>"], versions.Select(version => version.Parts.Text(ContentParts.Body)));
        Assert.StartsWith("恢复自2026年9月16日", versions[^1].Parts.Text(VersionParts.Comment), StringComparison.Ordinal);
        Assert.Equal((true, true), (versions[^1].Latest, versions[0].Published));
    }

    [Fact]
    public async Task A_version_is_not_restored_over_a_save_the_person_has_not_seen()
    {
        using var secretary = await site.SignInAsync("secretary");
        var id = await PublishAsync(secretary, "换窗帘", "<p>周三换。</p>");
        using var changed = await secretary.PressAsync(Edit(id), "draft", Typed("换窗帘", "<p>周四换。</p>"));
        var first = (await VersionsAsync(id))[0].ContentItemVersionId;

        using var refused = await RestoreAsync(secretary, id, first, revision: "1");

        Assert.Equal(HttpStatusCode.Conflict, refused.StatusCode);
        Assert.Equal(2, (await VersionsAsync(id)).Count);
    }

    [Fact]
    public async Task What_another_person_wrote_stays_in_the_history_when_it_is_written_over()
    {
        using var secretary = await site.SignInAsync("secretary");
        using var admin = await site.SignInAsync("admin");
        var id = await secretary.CreateDraftAsync(Typed("两人先后写", "<p>书记写的。</p>"));

        using var saved = await admin.PressAsync(Edit(id), "draft", Typed("两人先后写", "<p>管理员写的。</p>"));

        Assert.Equal(
            [("secretary", "<p>书记写的。</p>"), ("admin", "<p>管理员写的。</p>")],
            (await VersionsAsync(id)).Select(version => (version.Author!, version.Parts.Text(ContentParts.Body)!)));
    }

    [Fact]
    public async Task Autosaves_of_one_sitting_are_one_audit_entry()
    {
        using var secretary = await site.SignInAsync("secretary");
        var id = await secretary.CreateDraftAsync(Typed("慢慢写", "<p>一。</p>"));
        foreach (var text in new[] { "一二", "一二三", "一二三四" })
        {
            using var kept = await secretary.PressAsync(Edit(id), "autosave", Typed("慢慢写", $"<p>{text}。</p>"));
        }

        var inOneSitting = await CountSavesAsync(id);
        site.Clock.Advance(TimeSpan.FromMinutes(31));
        using var nextDay = await secretary.PressAsync(Edit(id), "autosave", Typed("慢慢写", "<p>接着写。</p>"));

        Assert.Equal((1, 2), (inOneSitting, await CountSavesAsync(id)));
    }

    [Fact]
    public async Task What_the_system_did_is_not_shown_as_a_person()
    {
        using var secretary = await site.SignInAsync("secretary");
        var id = await PublishAsync(secretary, "系统改过", "<p>正文。</p>");
        await site.WithServicesAsync(async services =>
        {
            var store = services.GetRequiredService<ContentStore>();
            var live = (await store.FindPublishedAsync(id, Cancel))!;
            return await store.SaveDraftAsync(
                new ContentEdit { ContentItemId = id, ContentType = live.ContentType, Parts = live.Parts }, Cancel);
        });

        var html = await secretary.GetStringAsync(History(id), Cancel);

        Assert.Contains("系统 · 2026年", html, StringComparison.Ordinal);
        Assert.DoesNotContain("system", html, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("/admin/content/compare/")]
    [InlineData("/admin/content/history/")]
    public async Task Versions_of_another_branch_are_not_there(string page)
    {
        using var secretary = await site.SignInAsync("secretary");
        using var foreigner = await site.SignInAsync("secretary2");
        var id = await PublishAsync(secretary, "别家的事", "<p>正文。</p>");

        using var answer = await foreigner.GetAsync(page + id, Cancel);

        Assert.Equal(HttpStatusCode.NotFound, answer.StatusCode);
    }

    private static string History(string id) => "/admin/content/history/" + id;

    private static async Task<string> PublishAsync(HttpClient client, string title, string body, string? slug = null, string? comment = null)
    {
        var id = await client.HiddenAsync(NewItem, "NewId");
        var typed = Typed(title, body, slug);
        typed["NewId"] = id;
        typed[Comment] = comment ?? "";
        using var answer = await client.PressAsync(NewItem, "publish", typed);
        Assert.Equal(HttpStatusCode.Redirect, answer.StatusCode);
        return id;
    }

    private static async Task<HttpResponseMessage> RestoreAsync(HttpClient client, string id, string version, string? revision = null) =>
        await CmsFactory.PostFormAsync(client, History(id), new()
        {
            ["Version"] = version,
            ["Revision"] = revision ?? await client.HiddenAsync(History(id), "Revision"),
        });

    private Task<List<ContentItem>> VersionsAsync(string id) => site.WithServicesAsync(services =>
        services.GetRequiredService<CmsDbContext>().Set<ContentItem>().AsNoTracking()
            .Where(item => item.ContentItemId == id).OrderBy(item => item.Id).ToListAsync(Cancel));

    private Task<int> CountSavesAsync(string id) => site.WithServicesAsync(services =>
        services.GetRequiredService<CmsDbContext>().Set<AuditEvent>()
            .CountAsync(entry => entry.SubjectId == id && entry.Kind == "content.draft-saved", Cancel));

    [GeneratedRegex("<[^>]+>")]
    private static partial Regex Tags();
}
