using System.Net;
using Microsoft.Extensions.DependencyInjection;
using PartyCms.Kernel.Audit;
using PartyCms.Kernel.Content;
using PartyCms.Kernel.Data;
using static PartyCms.IntegrationTests.Contents.ContentDeskSteps;

namespace PartyCms.IntegrationTests.Contents;

/// <summary>What readers are told of later changes: notes, corrections, and items that come back.</summary>
public sealed class PublicRecordTests(CmsFactory site) : IClassFixture<CmsFactory>
{
    private const string Kind = "Fields[ChangeNotePart.Kind.Text]";

    private const string Note = "Fields[ChangeNotePart.Note.Text]";

    private const string Corrects = "Fields[CorrectionPart.Corrects.ContentItemIds[0]]";

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Readers_are_told_of_a_major_change_and_not_of_a_minor_one()
    {
        using var secretary = await site.SignInAsync("secretary");
        using var reader = site.CreateVisitor();
        var id = await secretary.PublishAsync("改两次", "notes");
        using var major = await secretary.PressAsync(
            Edit(id), "publish", new(Typed("改两次", "<p>改为周四。</p>", "notes")) { [Kind] = "major", [Note] = "时间改为周四。" });
        using var minor = await secretary.PressAsync(
            Edit(id), "publish", new(Typed("改两次", "<p>改为周四！</p>", "notes")) { [Kind] = "minor", [Note] = "标点。" });

        var page = await reader.GetStringAsync("/news/notes", Cancel);

        Assert.Contains("修改记录", page, StringComparison.Ordinal);
        Assert.Contains("时间改为周四。", page, StringComparison.Ordinal);
        Assert.Contains("2026年9月16日", page, StringComparison.Ordinal);
        Assert.DoesNotContain("标点。", page, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_major_change_without_a_note_is_not_published()
    {
        using var secretary = await site.SignInAsync("secretary");
        using var reader = site.CreateVisitor();
        var id = await secretary.PublishAsync("忘了写", "no-note");

        using var answer = await secretary.PressAsync(
            Edit(id), "publish", new(Typed("忘了写", "<p>悄悄改了。</p>", "no-note")) { [Kind] = "major", [Note] = " " });

        Assert.Equal(HttpStatusCode.UnprocessableEntity, answer.StatusCode);
        Assert.Contains("请写明改了什么", await answer.Content.ReadAsStringAsync(Cancel), StringComparison.Ordinal);
        Assert.DoesNotContain("悄悄改了", await reader.GetStringAsync("/news/no-note", Cancel), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_correction_notice_and_what_it_corrects_link_to_each_other()
    {
        using var secretary = await site.SignInAsync("secretary");
        using var reader = site.CreateVisitor();
        var id = await secretary.PublishAsync("人数写错了", "wrong");
        await reader.GetStringAsync("/news/wrong", Cancel);
        var form = await secretary.GetStringAsync("/admin/content/edit?type=BranchNews&corrects=" + id, Cancel);
        using var notice = await secretary.PressAsync(
            NewItem, "publish", new(Typed("关于人数的更正说明", "<p>应为十一人。</p>", "correction")) { [Corrects] = id });

        Assert.Contains("关于《人数写错了》的更正说明", form, StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.Redirect, notice.StatusCode);
        Assert.Contains("href=\"/news/wrong\"", await reader.GetStringAsync("/news/correction", Cancel), StringComparison.Ordinal);
        Assert.Contains("href=\"/news/correction\"", await reader.GetStringAsync("/news/wrong", Cancel), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_withdrawn_notice_is_no_longer_linked_and_a_withdrawn_item_still_named()
    {
        using var secretary = await site.SignInAsync("secretary");
        using var reader = site.CreateVisitor();
        var id = await secretary.PublishAsync("原来的文章", "original");
        var notice = await secretary.PublishAsync("更正一下", "fix", new() { [Corrects] = id });
        await reader.GetStringAsync("/news/fix", Cancel);
        await WithdrawAsync(id);
        var whenOriginalIsGone = await reader.GetStringAsync("/news/fix", Cancel);
        using var back = await CmsFactory.PostFormAsync(secretary, "/admin/content/reinstate/" + id, []);
        await WithdrawAsync(notice);

        Assert.Contains("原来的文章</a>（2026年9月16日发布，已撤下）", whenOriginalIsGone, StringComparison.Ordinal);
        Assert.DoesNotContain("/news/fix", await reader.GetStringAsync("/news/original", Cancel), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Nobody_puts_a_correction_on_the_page_of_another_branch_or_of_nothing()
    {
        using var secretary = await site.SignInAsync("secretary");
        using var foreigner = await site.SignInAsync("secretary2");
        var id = await secretary.PublishAsync("别家的文章", "theirs");

        using var foreign = await foreigner.PressAsync(NewItem, "publish", new(Typed("替别人更正", "<p>乱说。</p>")) { [Corrects] = id });
        using var unknown = await secretary.PressAsync(NewItem, "publish", new(Typed("更正空气", "<p>乱说。</p>")) { [Corrects] = "4nosuchitem" });

        Assert.Equal((HttpStatusCode.UnprocessableEntity, HttpStatusCode.UnprocessableEntity), (foreign.StatusCode, unknown.StatusCode));
    }

    [Fact]
    public async Task A_reinstated_item_stands_where_it_stood_with_its_first_date()
    {
        using var secretary = await site.SignInAsync("secretary");
        using var reader = site.CreateVisitor();
        var id = await secretary.PublishAsync("撤错了", "back");
        var first = (await SummaryAsync(id))!.PublishedUtc;
        await WithdrawAsync(id);
        using var gone = await reader.GetAsync("/news/back", Cancel);
        site.Clock.Advance(TimeSpan.FromHours(1));

        using var reinstated = await CmsFactory.PostFormAsync(secretary, "/admin/content/reinstate/" + id, []);
        using var again = await reader.GetAsync("/news/back", Cancel);

        Assert.Equal(
            (HttpStatusCode.Gone, HttpStatusCode.Redirect, HttpStatusCode.OK), (gone.StatusCode, reinstated.StatusCode, again.StatusCode));
        Assert.Equal(first, (await SummaryAsync(id))!.PublishedUtc);
        Assert.Equal(1, await site.WithServicesAsync(services => services.GetRequiredService<CmsDbContext>().Set<AuditEvent>()
            .CountAsync(entry => entry.SubjectId == id && entry.Kind == "content.reinstated", Cancel)));
    }

    [Fact]
    public async Task What_is_reinstated_is_what_readers_saw_and_a_draft_written_since_stays_a_draft()
    {
        using var secretary = await site.SignInAsync("secretary");
        using var reader = site.CreateVisitor();
        var id = await secretary.PublishAsync("先撤再写", "draft-since");
        await WithdrawAsync(id);
        using var draft = await secretary.PressAsync(Edit(id), "draft", Typed("先撤再写", "<p>新写的一稿。</p>", "draft-since"));

        using var reinstated = await CmsFactory.PostFormAsync(secretary, "/admin/content/reinstate/" + id, []);

        Assert.DoesNotContain("新写的一稿", await reader.GetStringAsync("/news/draft-since", Cancel), StringComparison.Ordinal);
        Assert.Contains("新写的一稿", await secretary.GetStringAsync(Edit(id), Cancel), StringComparison.Ordinal);
        Assert.Equal(ContentState.PublishedWithDraft, await site.WithServicesAsync(async services =>
        {
            var store = services.GetRequiredService<ContentStore>();
            return await store.GetStateAsync((await store.FindLatestAsync(id, Cancel))!, Cancel);
        }));
    }

    [Theory]
    [InlineData("secretary2", HttpStatusCode.NotFound, ContentState.Withdrawn)]
    [InlineData("secretary", HttpStatusCode.Redirect, ContentState.Published)]
    public async Task Only_what_was_withdrawn_and_is_ones_own_can_be_reinstated(string who, HttpStatusCode status, ContentState state)
    {
        using var secretary = await site.SignInAsync("secretary");
        using var other = await site.SignInAsync(who);
        var id = await secretary.PublishAsync("没有撤下过 " + who, "still-" + who);
        if (who == "secretary2")
        {
            await WithdrawAsync(id);
        }

        using var answer = await CmsFactory.PostFormAsync(other, NewItem, [], "/admin/content/reinstate/" + id);

        Assert.Equal(status, answer.StatusCode);
        Assert.Equal(state, await site.WithServicesAsync(async services =>
        {
            var store = services.GetRequiredService<ContentStore>();
            return await store.GetStateAsync((await store.FindLatestAsync(id, Cancel))!, Cancel);
        }));
    }

    private Task<bool> WithdrawAsync(string id) => site.WithServicesAsync(async services =>
        (await services.GetRequiredService<ContentStore>().WithdrawAsync(id, "先看一看", Cancel)).IsDone);

    private Task<ContentSummary?> SummaryAsync(string id) => site.WithServicesAsync(services =>
        services.GetRequiredService<CmsDbContext>().Set<ContentSummary>().SingleOrDefaultAsync(row => row.ContentItemId == id, Cancel));
}
