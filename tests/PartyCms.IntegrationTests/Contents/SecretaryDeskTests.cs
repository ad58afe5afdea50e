using System.Net;
using Microsoft.Extensions.DependencyInjection;
using PartyCms.Kernel.Content;
using PartyCms.Kernel.Data;
using static PartyCms.IntegrationTests.Contents.ContentDeskSteps;

namespace PartyCms.IntegrationTests.Contents;

public sealed class SecretaryDeskTests(CmsFactory site) : IClassFixture<CmsFactory>
{
    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_draft_is_hidden_until_it_is_published()
    {
        using var secretary = await site.SignInAsync("secretary");
        using var reader = site.CreateVisitor();
        var id = await secretary.CreateDraftAsync(Typed("夜校开班", "<p>第一课讲看图纸。</p>", "night-school"));

        using var hidden = await reader.GetAsync("/news/night-school", Cancel);
        using var published = await secretary.PressAsync(Edit(id), "publish", Typed("夜校开班", "<p>第一课讲看图纸。</p>", "night-school"));

        Assert.Equal(HttpStatusCode.NotFound, hidden.StatusCode);
        Assert.Equal(HttpStatusCode.Redirect, published.StatusCode);
        Assert.Contains("第一课讲看图纸", await reader.GetStringAsync("/news/night-school", Cancel), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("/news")]
    [InlineData("/")]
    [InlineData("/b/qinghe")]
    public async Task What_is_published_stands_at_once_on_pages_that_were_cached(string page)
    {
        using var secretary = await site.SignInAsync("secretary");
        using var reader = site.CreateVisitor();
        var title = "雨棚修好了:" + page;
        await reader.GetStringAsync(page, Cancel);

        using var published = await secretary.PressAsync(NewItem, "publish", Typed(title, "<p>停车不再淋雨。</p>"));

        Assert.Equal(HttpStatusCode.Redirect, published.StatusCode);
        Assert.Contains(title, await reader.GetStringAsync(page, Cancel), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_withdrawn_item_answers_410_with_the_reason()
    {
        using var secretary = await site.SignInAsync("secretary");
        using var reader = site.CreateVisitor();
        var id = await secretary.CreateDraftAsync(Typed("登错的名单", "<p>正文。</p>", "wrong-list"));
        using var published = await secretary.PressAsync(Edit(id), "publish", Typed("登错的名单", "<p>正文。</p>", "wrong-list"));
        await reader.GetStringAsync("/news/wrong-list", Cancel);

        using var withdrawn = await CmsFactory.PostFormAsync(
            secretary, "/admin/content/withdraw/" + id, new() { ["Reason"] = "名单有误,核对后再发。" });
        using var gone = await reader.GetAsync("/news/wrong-list", Cancel);

        Assert.Equal(HttpStatusCode.Redirect, withdrawn.StatusCode);
        Assert.Equal(HttpStatusCode.Gone, gone.StatusCode);
        Assert.Contains("名单有误", await gone.Content.ReadAsStringAsync(Cancel), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("withdraw", "这条内容没有公开，不用撤下。")]
    [InlineData("reinstate", "这条内容没有撤下，不用恢复。")]
    [InlineData("discard", "这条内容没有未发布的修改。")]
    public async Task Whoever_comes_back_to_an_act_that_is_over_is_led_to_the_item_and_told(string act, string told)
    {
        using var secretary = await site.SignInAsync("secretary");
        var id = await secretary.CreateDraftAsync(Typed("早就办完了", "<p>正文。</p>"));

        using var asked = await secretary.GetAsync($"/admin/content/{act}/{id}", Cancel);
        using var pressed = await CmsFactory.PostFormAsync(secretary, Edit(id), new() { ["Reason"] = "再撤一次" }, $"/admin/content/{act}/{id}");
        var page = await secretary.GetStringAsync(Edit(id), Cancel);

        Assert.Equal(Edit(id), asked.Headers.Location?.OriginalString);
        Assert.Equal(Edit(id), pressed.Headers.Location?.OriginalString);
        Assert.Contains("note-toast--fault", page, StringComparison.Ordinal);
        Assert.Contains(told, page, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_change_of_a_published_item_waits_as_a_draft_and_can_be_thrown_away()
    {
        using var secretary = await site.SignInAsync("secretary");
        using var reader = site.CreateVisitor();
        var id = await secretary.CreateDraftAsync(Typed("食堂新菜单", "<p>周一有鱼。</p>", "menu"));
        using var published = await secretary.PressAsync(Edit(id), "publish", Typed("食堂新菜单", "<p>周一有鱼。</p>", "menu"));
        using var changed = await secretary.PressAsync(Edit(id), "draft", Typed("食堂新菜单", "<p>周二有鱼。</p>", "menu"));

        Assert.Contains("周一有鱼", await reader.GetStringAsync("/news/menu", Cancel), StringComparison.Ordinal);
        Assert.Contains("周二有鱼", await secretary.GetStringAsync("/admin/content/preview/" + id, Cancel), StringComparison.Ordinal);

        using var discarded = await CmsFactory.PostFormAsync(secretary, "/admin/content/discard/" + id, []);

        Assert.Equal(HttpStatusCode.Redirect, discarded.StatusCode);
        Assert.Contains("周一有鱼", await secretary.GetStringAsync(Edit(id), Cancel), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Wrong_input_is_told_beside_the_field_and_keeps_what_was_typed()
    {
        using var secretary = await site.SignInAsync("secretary");
        var typed = Typed("", "<p>写了很久的正文。</p>");
        typed["Fields[ArticlePart.Cover.Paths[0]]"] = "/media/a.jpg";

        using var answer = await secretary.PressAsync(NewItem, "publish", typed);
        var html = await answer.Content.ReadAsStringAsync(Cancel);

        Assert.Equal(HttpStatusCode.UnprocessableEntity, answer.StatusCode);
        Assert.Contains("id=\"field-TitlePart-Title-problem\">请填写标题。", html, StringComparison.Ordinal);
        Assert.Contains("请用一句话说明封面图片", html, StringComparison.Ordinal);
        Assert.Contains("写了很久的正文", html, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_save_over_another_persons_save_is_told_and_loses_nothing()
    {
        using var secretary = await site.SignInAsync("secretary");
        using var admin = await site.SignInAsync("admin");
        var id = await secretary.CreateDraftAsync(Typed("两人同写", "<p>开头。</p>"));
        var revision = await secretary.HiddenAsync(Edit(id), "Revision");
        using var first = await admin.PressAsync(Edit(id), "draft", Typed("两人同写", "<p>管理员写的。</p>"));

        var typed = Typed("两人同写", "<p>书记写的。</p>");
        typed["Revision"] = revision;
        using var answer = await secretary.PressAsync(Edit(id), "draft", typed);
        var html = await answer.Content.ReadAsStringAsync(Cancel);

        Assert.Equal(HttpStatusCode.Conflict, answer.StatusCode);
        Assert.Contains("admin 在今天 12:00保存过这条内容", html, StringComparison.Ordinal);
        Assert.Contains("书记写的", html, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_double_click_publishes_one_item_once()
    {
        using var secretary = await site.SignInAsync("secretary");
        var typed = Typed("只发一次", "<p>正文。</p>");
        typed["NewId"] = await secretary.HiddenAsync(NewItem, "NewId");

        var answers = await Task.WhenAll(
            secretary.PressAsync(NewItem, "publish", new(typed)), secretary.PressAsync(NewItem, "publish", new(typed)));

        Assert.All(answers, answer => Assert.Equal(HttpStatusCode.Redirect, answer.StatusCode));
        Assert.Equal(1, await CountVersionsAsync("只发一次"));
    }

    [Fact]
    public async Task An_autosave_keeps_a_draft_and_the_next_save_goes_on_from_it()
    {
        using var secretary = await site.SignInAsync("secretary");
        var typed = Typed("慢慢写", "<p>一。</p>");
        typed["NewId"] = await secretary.HiddenAsync(NewItem, "NewId");

        using var kept = await secretary.PressAsync(NewItem, "autosave", typed);
        using var published = await secretary.PressAsync(NewItem, "publish", new(typed) { ["Fields[HtmlBodyPart.Html]"] = "<p>一二三。</p>" });

        Assert.Equal(HttpStatusCode.OK, kept.StatusCode);
        Assert.Equal(HttpStatusCode.Redirect, published.StatusCode);
        Assert.Contains("一二三", await secretary.GetStringAsync(Edit(typed["NewId"]), Cancel), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Plain_text_from_a_browser_without_scripts_becomes_paragraphs()
    {
        using var secretary = await site.SignInAsync("secretary");
        using var reader = site.CreateVisitor();

        using var published = await secretary.PressAsync(NewItem, "publish", Typed("纯文本", "第一段\n\n第二段 1 < 2", "plain-text"));

        Assert.Contains("<p>第一段</p><p>第二段 1 &lt; 2</p>", await reader.GetStringAsync("/news/plain-text", Cancel), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Parts_the_editor_does_not_know_are_kept()
    {
        using var secretary = await site.SignInAsync("secretary");
        var id = await secretary.CreateDraftAsync(Typed("带外来数据", "<p>正文。</p>"));
        await site.WithServicesAsync(async services =>
        {
            var db = services.GetRequiredService<CmsDbContext>();
            var item = await db.Set<ContentItem>().SingleAsync(row => row.ContentItemId == id && row.Latest);
            item.Parts.Set("ForeignPart.Mark.Text", "别的系统写的");
            item.Store();
            return await db.SaveChangesAsync();
        });

        using var saved = await secretary.PressAsync(Edit(id), "draft", Typed("带外来数据", "<p>改过。</p>"));

        var mark = await site.WithServicesAsync(async services => (await services.GetRequiredService<CmsDbContext>()
            .Set<ContentItem>().SingleAsync(row => row.ContentItemId == id && row.Latest)).Parts.Text("ForeignPart.Mark.Text"));
        Assert.Equal("别的系统写的", mark);
    }

    [Theory]
    [InlineData("/admin")]
    [InlineData("/admin/content?type=BranchNews")]
    [InlineData("/admin/content?type=BranchNews&q=%25&state=Published&after=oops")]
    public async Task The_desk_opens_for_a_secretary(string page)
    {
        using var secretary = await site.SignInAsync("secretary");

        using var answer = await secretary.GetAsync(page, Cancel);

        Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
    }

    [Fact]
    public async Task Whoever_may_write_only_for_branches_is_asked_for_one_and_not_turned_away()
    {
        using var reviewer = await site.SignInAsync("reviewer");

        using var answer = await reviewer.PressAsync(
            "/admin/content/edit?type=DailyLesson", "draft", Typed("没选支部的一课", "<p>正文。</p>"));

        var page = await answer.Content.ReadAsStringAsync(Cancel);
        Assert.Contains("请选择这条内容属于哪个支部", page, StringComparison.Ordinal);
        Assert.DoesNotContain("您不能为这个支部写内容", page, StringComparison.Ordinal);
    }

    private Task<int> CountVersionsAsync(string title) => site.WithServicesAsync(services =>
        services.GetRequiredService<CmsDbContext>().Set<ContentItem>().CountAsync(item => item.DisplayText == title));
}
