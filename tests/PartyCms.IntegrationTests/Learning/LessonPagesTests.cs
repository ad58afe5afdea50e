using System.Net;
using System.Text.Json.Nodes;
using Microsoft.Extensions.DependencyInjection;
using PartyCms.Kernel.Content;
using PartyCms.Kernel.Jobs;
using PartyCms.Kernel.Security;

namespace PartyCms.IntegrationTests.Learning;

public sealed class LessonPagesTests(CmsFactory site) : IClassFixture<CmsFactory>
{
    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Theory]
    [InlineData("/lessons")]
    [InlineData("/lessons?month=2026-09")]
    [InlineData("/lessons/today")]
    [InlineData("/courses")]
    [InlineData("/courses/not-taken-in")]
    [InlineData("/api/lessons/today")]
    public async Task Reading_needs_no_log_in(string path)
    {
        using var visitor = site.CreateVisitor();

        using var answer = await visitor.GetAsync(path, Cancel);

        Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
    }

    [Theory]
    [InlineData("/lessons/2020-01-01", HttpStatusCode.NotFound)]
    [InlineData("/lessons/no-such-lesson", HttpStatusCode.NotFound)]
    [InlineData("/lessons?month=2020-01", HttpStatusCode.NotFound)]
    [InlineData("/courses/no-such-course", HttpStatusCode.NotFound)]
    [InlineData("/api/lessons/2020-01-01", HttpStatusCode.NotFound)]
    [InlineData("/api/lessons/yesterday", HttpStatusCode.BadRequest)]
    public async Task What_does_not_exist_is_said_so(string path, HttpStatusCode status)
    {
        using var visitor = site.CreateVisitor();

        using var answer = await visitor.GetAsync(path, Cancel);

        Assert.Equal(status, answer.StatusCode);
    }

    [Fact]
    public async Task The_slug_of_a_text_leads_to_its_day()
    {
        using var visitor = site.CreateVisitor();

        using var answer = await visitor.GetAsync("/lessons/home-fire-first-minutes", Cancel);

        Assert.Equal(LearningSite.Href(site.Today()), answer.Headers.Location?.OriginalString);
    }

    [Fact]
    public async Task The_id_of_an_item_leads_to_its_day()
    {
        using var visitor = site.CreateVisitor();
        var lesson = await visitor.LessonAsync(site.Today());

        using var answer = await visitor.GetAsync($"/lessons/{lesson["contentItemId"]}", Cancel);

        Assert.Equal(LearningSite.Href(site.Today()), answer.Headers.Location?.OriginalString);
    }

    [Fact]
    public async Task A_visitor_checks_the_answers_alone_and_is_told_where_to_log_in()
    {
        using var visitor = site.CreateVisitor();

        var page = await visitor.GetStringAsync("/lessons/today", Cancel);

        Assert.Contains("<details", page, StringComparison.Ordinal);
        Assert.DoesNotContain("完成学习", page, StringComparison.Ordinal);
        Assert.Contains($"/account/login?return=%2Flessons%2F{site.Today():yyyy-MM-dd}", page, StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_api_gives_the_questions_without_their_answers()
    {
        using var visitor = site.CreateVisitor();

        var quiz = (await visitor.LessonAsync(site.Today()))["quiz"]!.AsArray();

        Assert.Equal(3, quiz.Count);
        Assert.All(quiz, question => Assert.Equal(["question", "options"], question!.AsObject().Select(pair => pair.Key)));
    }

    [Theory]
    [InlineData("/lessons/")]
    [InlineData("/api/lessons/")]
    public async Task A_lesson_of_tomorrow_is_not_there_today(string path)
    {
        using var visitor = site.CreateVisitor();

        using var answer = await visitor.GetAsync($"{path}{site.Today().AddDays(1):yyyy-MM-dd}", Cancel);

        Assert.Equal(HttpStatusCode.NotFound, answer.StatusCode);
    }

    [Fact]
    public async Task A_day_holds_one_lesson_only()
    {
        var outcome = await PublishAsync(site.Today(), Questions(3));

        Assert.Contains(outcome.Problems, problem => problem.Path == "DailyLessonPart.Day.Value");
    }

    [Fact]
    public async Task A_lesson_is_not_published_before_its_day()
    {
        var outcome = await PublishAsync(site.Today().AddDays(40), Questions(3));

        Assert.Contains(outcome.Problems, problem => problem.Message.Contains("日子还没到", StringComparison.Ordinal));
    }

    [Fact]
    public async Task A_lesson_has_three_questions()
    {
        var outcome = await PublishAsync(site.Today().AddDays(-100), Questions(2));

        Assert.Equal(["DailyLessonPart.Quiz"], outcome.Problems.Select(problem => problem.Path));
    }

    [Fact]
    public async Task A_withdrawn_lesson_tells_why_and_its_day_is_free_again()
    {
        var day = site.Today().AddDays(-200);
        var first = await PublishAsync(day, Questions(3));
        await site.WithServicesAsync(services =>
        {
            services.GetRequiredService<Caller>().ActAsSystem();
            return services.GetRequiredService<ContentStore>().WithdrawAsync(first.Item!.ContentItemId, "数字有误", Cancel);
        });
        using var visitor = site.CreateVisitor();

        using var answer = await visitor.GetAsync(LearningSite.Href(day), Cancel);

        Assert.Equal(HttpStatusCode.Gone, answer.StatusCode);
        Assert.Contains("数字有误", await answer.Content.ReadAsStringAsync(Cancel), StringComparison.Ordinal);
        Assert.True((await PublishAsync(day, Questions(3))).IsDone);
    }

    [Fact]
    public void A_secretary_writes_no_lessons_of_the_platform()
    {
        var permissions = site.Services.GetRequiredService<PermissionCatalogue>();

        Assert.False(permissions.Grants(Roles.Secretary, "learning.edit"));
        Assert.True(permissions.Grants(Roles.Reviewer, "learning.publish"));
    }

    private Task<ContentOutcome> PublishAsync(DateOnly day, JsonArray quiz) => site.WithServicesAsync(services =>
    {
        services.GetRequiredService<Caller>().ActAsSystem();
        var parts = new JsonObject();
        parts.Set(ContentParts.Title, "冬天用电先看三处");
        parts.Set(ContentParts.Body, "<p>插座、线、插头。</p>");
        parts.Set("DailyLessonPart.Day.Value", $"{day:yyyy-MM-dd}");
        parts.Set("DailyLessonPart.Minutes.Value", 3);
        parts.Set("DailyLessonPart.Quiz", quiz);
        return services.GetRequiredService<ContentStore>()
            .PublishAsync(new ContentEdit { ContentType = "DailyLesson", Parts = parts }, Cancel);
    });

    private static JsonArray Questions(int count) => new([.. Enumerable.Range(0, count).Select(_ => (JsonNode)new JsonObject
    {
        ["Question"] = "先看哪一处?",
        ["Options"] = new JsonArray("插座", "窗帘"),
        ["Answer"] = 0,
    })]);
}

public sealed class LessonScheduleTests(CmsFactory site) : IClassFixture<CmsFactory>
{
    [Fact]
    public async Task A_waiting_lesson_comes_out_when_its_day_begins()
    {
        using var visitor = site.CreateVisitor();
        var tomorrow = site.Today().AddDays(1);
        await site.Services.GetRequiredService<JobRunner>().RunDueAsync(TestContext.Current.CancellationToken);
        site.Clock.Advance(TimeSpan.FromHours(12.1));

        await site.Services.GetRequiredService<JobRunner>().RunDueAsync(TestContext.Current.CancellationToken);

        using var answer = await visitor.GetAsync(LearningSite.Href(tomorrow), TestContext.Current.CancellationToken);
        Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
    }
}
