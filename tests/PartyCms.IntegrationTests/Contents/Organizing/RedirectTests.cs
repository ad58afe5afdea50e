using System.Net;
using Microsoft.Extensions.DependencyInjection;
using PartyCms.IntegrationTests.Learning;
using PartyCms.Kernel.Content;
using PartyCms.Kernel.Content.Permalinks;
using PartyCms.Kernel.Data;
using static PartyCms.IntegrationTests.Contents.ContentDeskSteps;

namespace PartyCms.IntegrationTests.Contents.Organizing;

public sealed class RedirectTests(CmsFactory site) : IClassFixture<CmsFactory>
{
    private const string Redirects = "/admin/redirects";

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Fact]
    public async Task An_old_address_leads_to_the_present_one_in_one_step()
    {
        using var secretary = await site.SignInAsync("secretary");
        using var reader = site.CreateVisitor();
        var id = await PublishedAsync(secretary, "搬家的稿", "moving-1");
        await reader.GetStringAsync("/news/moving-1", Cancel);
        await MoveAsync(secretary, id, "搬家的稿", "moving-2");
        await MoveAsync(secretary, id, "搬家的稿", "搬好了");

        using var first = await reader.GetAsync("/news/moving-1", Cancel);
        using var second = await reader.GetAsync("/news/moving-2", Cancel);

        Assert.Equal(HttpStatusCode.MovedPermanently, first.StatusCode);
        Assert.Equal("/news/%E6%90%AC%E5%A5%BD%E4%BA%86", first.Headers.Location?.OriginalString);
        Assert.Equal(first.Headers.Location, second.Headers.Location);
        Assert.True(first.Headers.CacheControl?.NoCache);
    }

    [Fact]
    public async Task An_item_that_moves_back_makes_no_loop()
    {
        using var secretary = await site.SignInAsync("secretary");
        using var reader = site.CreateVisitor();
        var id = await PublishedAsync(secretary, "来回搬", "there");
        await MoveAsync(secretary, id, "来回搬", "back");
        await MoveAsync(secretary, id, "来回搬", "there");

        using var there = await reader.GetAsync("/news/there", Cancel);
        using var back = await reader.GetAsync("/news/back", Cancel);

        Assert.Equal((HttpStatusCode.OK, "/news/there"), (there.StatusCode, back.Headers.Location?.OriginalString));
    }

    [Fact]
    public async Task A_new_item_wins_the_address_another_one_left()
    {
        using var secretary = await site.SignInAsync("secretary");
        using var reader = site.CreateVisitor();
        var id = await PublishedAsync(secretary, "旧主人", "shared-place");
        await MoveAsync(secretary, id, "旧主人", "old-owner");
        var taker = await PublishedAsync(secretary, "新主人", "shared-place");

        Assert.Contains("新主人", await reader.GetStringAsync("/news/shared-place", Cancel), StringComparison.Ordinal);

        using var withdrawn = await WithdrawAsync(secretary, taker);
        using var gone = await reader.GetAsync("/news/shared-place", Cancel);

        Assert.Equal(HttpStatusCode.Gone, gone.StatusCode);
    }

    [Fact]
    public async Task A_draft_changes_no_address()
    {
        using var secretary = await site.SignInAsync("secretary");
        using var reader = site.CreateVisitor();
        var id = await PublishedAsync(secretary, "只是草稿", "draft-move");
        using var draft = await secretary.PressAsync(Edit(id), "draft", Typed("只是草稿", "<p>正文。</p>", "draft-moved"));

        using var old = await reader.GetAsync("/news/draft-move", Cancel);
        using var next = await reader.GetAsync("/news/draft-moved", Cancel);

        Assert.Equal((HttpStatusCode.OK, HttpStatusCode.NotFound), (old.StatusCode, next.StatusCode));
    }

    [Fact]
    public async Task The_old_address_of_a_withdrawn_item_is_gone_and_leads_on_when_it_comes_back()
    {
        using var secretary = await site.SignInAsync("secretary");
        using var reader = site.CreateVisitor();
        var id = await PublishedAsync(secretary, "撤下再来", "leaving-1");
        await MoveAsync(secretary, id, "撤下再来", "leaving-2");
        using var withdrawn = await WithdrawAsync(secretary, id);
        using var gone = await reader.GetAsync("/news/leaving-1", Cancel);
        await MoveAsync(secretary, id, "撤下再来", "leaving-3");

        using var first = await reader.GetAsync("/news/leaving-1", Cancel);
        using var second = await reader.GetAsync("/news/leaving-2", Cancel);

        Assert.Equal(HttpStatusCode.Gone, gone.StatusCode);
        Assert.Contains("因为有误", await gone.Content.ReadAsStringAsync(Cancel), StringComparison.Ordinal);
        Assert.Equal(
            ("/news/leaving-3", "/news/leaving-3"), (first.Headers.Location?.OriginalString, second.Headers.Location?.OriginalString));
    }

    [Fact]
    public async Task The_old_address_of_a_deleted_item_is_404()
    {
        using var secretary = await site.SignInAsync("secretary");
        using var reader = site.CreateVisitor();
        var id = await PublishedAsync(secretary, "删掉的稿", "deleted-1");
        await MoveAsync(secretary, id, "删掉的稿", "deleted-2");
        using var deleted = await CmsFactory.PostFormAsync(secretary, "/admin/content/delete/" + id, []);

        using var answer = await reader.GetAsync("/news/deleted-1", Cancel);

        Assert.Equal((HttpStatusCode.Redirect, HttpStatusCode.NotFound), (deleted.StatusCode, answer.StatusCode));
    }

    [Fact]
    public async Task A_lesson_that_moves_to_another_day_is_found_from_the_old_one()
    {
        using var reader = site.CreateVisitor();
        var free = site.Today().AddDays(-400);
        var (from, slug) = await site.WithServicesAsync(async services =>
        {
            var store = services.GetRequiredService<ContentStore>();
            var db = services.GetRequiredService<CmsDbContext>();
            services.GetRequiredService<PartyCms.Kernel.Security.Caller>().ActAsSystem();
            var path = await db.Set<ContentSummary>().Where(row => row.ContentType == "DailyLesson").OrderBy(row => row.PublishedUtc)
                .Select(row => new { row.ContentItemId, row.Path }).FirstAsync(Cancel);
            var item = (await store.FindLatestAsync(path.ContentItemId, Cancel))!;
            var parts = item.Parts.DeepClone().AsObject();
            parts.Set("DailyLessonPart.Day.Value", $"{free:yyyy-MM-dd}");
            parts.Set(ContentParts.Permalink, "lessons/moved-lesson");
            var outcome = await store.PublishAsync(
                new ContentEdit { ContentItemId = item.ContentItemId, ContentType = item.ContentType, Parts = parts }, Cancel);
            Assert.True(outcome.IsDone, string.Join(' ', outcome.Problems.Select(problem => problem.Message)));
            return (path.Path, item.Path);
        });

        using var byDay = await reader.GetAsync("/" + from, Cancel);
        using var bySlug = await reader.GetAsync("/" + slug, Cancel);

        Assert.Equal(
            (LearningSite.Href(free), LearningSite.Href(free)),
            (byDay.Headers.Location?.OriginalString, bySlug.Headers.Location?.OriginalString));
    }

    [Theory]
    [InlineData("/old-site/index.html")]
    [InlineData("/旧站/通知")]
    [InlineData("/news/from-elsewhere")]
    public async Task An_administrator_lets_any_free_address_lead_on_and_takes_it_back(string old)
    {
        using var admin = await site.SignInAsync("admin");
        using var reader = site.CreateVisitor();

        using var added = await AddAsync(admin, old, "/guides?column=rights");
        using var moved = await reader.GetAsync(old, Cancel);
        using var deleted = await CmsFactory.PostFormAsync(
            admin, Redirects, new() { ["path"] = old.Trim('/') }, Redirects + "?handler=Delete");
        using var after = await reader.GetAsync(old, Cancel);

        Assert.Equal(HttpStatusCode.Redirect, added.StatusCode);
        Assert.Equal(
            (HttpStatusCode.MovedPermanently, "/guides?column=rights"), (moved.StatusCode, moved.Headers.Location?.OriginalString));
        Assert.Equal((HttpStatusCode.Redirect, HttpStatusCode.NotFound), (deleted.StatusCode, after.StatusCode));
    }

    [Fact]
    public async Task A_redirect_to_an_item_follows_it_and_one_to_an_old_address_goes_to_the_end()
    {
        using var secretary = await site.SignInAsync("secretary");
        using var admin = await site.SignInAsync("admin");
        using var reader = site.CreateVisitor();
        var id = await PublishedAsync(secretary, "要跟着走", "follow-1");
        using var toItem = await AddAsync(admin, "/f-1", "/news/follow-1");
        using var toRedirect = await AddAsync(admin, "/f-2", "/f-1");
        await MoveAsync(secretary, id, "要跟着走", "follow-2");

        using var first = await reader.GetAsync("/f-1", Cancel);
        using var second = await reader.GetAsync("/f-2", Cancel);

        Assert.Equal(
            ("/news/follow-2", "/news/follow-2"), (first.Headers.Location?.OriginalString, second.Headers.Location?.OriginalString));
    }

    [Theory]
    [InlineData("", "/news", "Form.From")]
    [InlineData("https://example.org/a", "/news", "Form.From")]
    [InlineData("/a?b=c", "/news", "Form.From")]
    [InlineData("/admin/content", "/news", "Form.From")]
    [InlineData("/news", "/guides", "Form.From")]
    [InlineData("/news/qinghe-fifteen-minute-leak-check", "/guides", "Form.From")]
    [InlineData("/gone-a", "https://example.org/", "Form.To")]
    [InlineData("/gone-a", "//example.org/", "Form.To")]
    [InlineData("/gone-a", "", "Form.To")]
    [InlineData("/gone-a", "/gone-a#top", "Form.To")]
    public async Task A_redirect_that_cannot_be_is_refused_beside_its_field(string from, string to, string field)
    {
        using var admin = await site.SignInAsync("admin");

        using var answer = await AddAsync(admin, from, to);
        var html = await answer.Content.ReadAsStringAsync(Cancel);

        Assert.Equal(HttpStatusCode.UnprocessableEntity, answer.StatusCode);
        Assert.Contains($"field-validation-error\" data-valmsg-for=\"{field}\"", html, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Two_redirects_cannot_chase_each_other()
    {
        using var admin = await site.SignInAsync("admin");
        using var first = await AddAsync(admin, "/chase-1", "/chase-2");

        using var second = await AddAsync(admin, "/chase-2", "/chase-1");
        using var again = await AddAsync(admin, "/chase-1", "/news");

        Assert.Equal(
            (HttpStatusCode.Redirect, HttpStatusCode.UnprocessableEntity, HttpStatusCode.UnprocessableEntity),
            (first.StatusCode, second.StatusCode, again.StatusCode));
    }

    [Fact]
    public async Task Only_an_administrator_of_the_whole_site_sees_the_redirects()
    {
        using var secretary = await site.SignInAsync("secretary");

        using var answer = await secretary.GetAsync(Redirects, Cancel);

        Assert.True(answer.StatusCode is HttpStatusCode.Forbidden or HttpStatusCode.Redirect, answer.StatusCode.ToString());
    }

    [Fact]
    public async Task A_publication_that_fails_leaves_no_redirect()
    {
        using var secretary = await site.SignInAsync("secretary");
        var id = await PublishedAsync(secretary, "没搬成", "not-moved");
        var taken = await PublishedAsync(secretary, "占着的", "taken-place");

        using var answer = await secretary.PressAsync(Edit(id), "publish", Typed("没搬成", "<p>正文。</p>", "taken-place"));

        Assert.Equal(HttpStatusCode.UnprocessableEntity, answer.StatusCode);
        Assert.NotEqual(id, taken);
        Assert.False(await site.WithServicesAsync(services => services.GetRequiredService<CmsDbContext>()
            .Set<ContentRedirect>().AnyAsync(row => row.Path == "news/not-moved" || row.Path == "news/taken-place", Cancel)));
    }

    private static Task<HttpResponseMessage> AddAsync(HttpClient admin, string from, string to) =>
        CmsFactory.PostFormAsync(admin, Redirects, new() { ["Form.From"] = from, ["Form.To"] = to });

    private static async Task<string> PublishedAsync(HttpClient secretary, string title, string slug)
    {
        var id = await secretary.CreateDraftAsync(Typed(title, "<p>正文。</p>", slug));
        await MoveAsync(secretary, id, title, slug);
        return id;
    }

    private static async Task MoveAsync(HttpClient secretary, string id, string title, string slug)
    {
        using var answer = await secretary.PressAsync(Edit(id), "publish", Typed(title, "<p>正文。</p>", slug));
        Assert.Equal(HttpStatusCode.Redirect, answer.StatusCode);
    }

    private static Task<HttpResponseMessage> WithdrawAsync(HttpClient secretary, string id) =>
        CmsFactory.PostFormAsync(secretary, "/admin/content/withdraw/" + id, new() { ["Reason"] = "因为有误" });
}
