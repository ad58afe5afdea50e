using System.Net;
using System.Net.Http.Json;
using System.Text.Json.Nodes;
using Microsoft.Extensions.DependencyInjection;
using PartyCms.Kernel.Data;
using PartyCms.Kernel.Settings;
using PartyCms.Learning.Boards;
using PartyCms.Learning.Study;
using PartyCms.Organization.Contracts;

namespace PartyCms.IntegrationTests.Learning;

public sealed class LearningBoardTests(CmsFactory site) : IClassFixture<CmsFactory>
{
    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_finished_lesson_moves_the_board_at_once_for_everybody()
    {
        using var member = await site.SignInAsync("member");
        using var visitor = site.CreateVisitor();
        await StudyDaysAsync(await site.MemberAsync("member"), 14);
        await JoinAsync(member, "Platform", "小禾");
        await visitor.GetStringAsync("/leaderboard", Cancel);
        Assert.Equal(14, await ValueOfAsync(visitor, "小禾"));

        using var finished = await member.FinishByFormAsync(site.Today());

        Assert.Equal(15, await ValueOfAsync(visitor, "小禾"));
        Assert.Matches("(?s)board__number\">15<.*?小禾", await visitor.GetStringAsync("/leaderboard", Cancel));
    }

    [Fact]
    public async Task V14_who_leaves_is_gone_with_the_next_request_from_warm_pages_and_past_months_too()
    {
        using var member = await site.SignInAsync("member2");
        using var visitor = site.CreateVisitor();
        await StudyDaysAsync(await site.MemberAsync("member2"), 15);
        await JoinAsync(member, "Platform", "云中客");
        Assert.Contains("云中客", await visitor.GetStringAsync("/leaderboard", Cancel), StringComparison.Ordinal);
        Assert.Contains("云中客", await visitor.GetStringAsync("/", Cancel), StringComparison.Ordinal);

        using var left = await CmsFactory.PostFormAsync(
            member, "/me/data", new() { ["purpose"] = "Platform" }, "/me/data?handler=Leave");

        Assert.DoesNotContain("云中客", await visitor.GetStringAsync("/leaderboard", Cancel), StringComparison.Ordinal);
        Assert.DoesNotContain("云中客", await visitor.GetStringAsync("/", Cancel), StringComparison.Ordinal);
        Assert.DoesNotContain(
            "云中客", await visitor.GetStringAsync("/api/leaderboards/days?period=2026-08", Cancel), StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_platforms_board_shows_nobody_who_agreed_to_the_branch_only()
    {
        using var floating = await site.SignInAsync("floating");
        using var visitor = site.CreateVisitor();
        await StudyDaysAsync(await site.MemberAsync("floating"), 15);

        await JoinAsync(floating, "Branch", "远方来客");

        Assert.DoesNotContain("远方来客", await visitor.GetStringAsync("/api/leaderboards/days", Cancel), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Every_name_of_the_demo_is_masked()
    {
        using var visitor = site.CreateVisitor();
        var board = await visitor.GetFromJsonAsync<JsonNode>("/api/leaderboards/credits", Cancel);

        var names = board!["groups"]!.AsArray().SelectMany(group => group!["names"]!.AsArray()).Select(name => (string)name!).ToList();

        Assert.NotEmpty(names);
        Assert.All(names.Except(["小禾", "云中客"]), name => Assert.EndsWith("×", name, StringComparison.Ordinal));
    }

    [Theory]
    [InlineData("/api/leaderboards/minutes", HttpStatusCode.NotFound)]
    [InlineData("/api/leaderboards/days?period=soon", HttpStatusCode.BadRequest)]
    [InlineData("/api/leaderboards/days?period=2026-01", HttpStatusCode.NotFound)]
    [InlineData("/api/leaderboards/days?period=2027-01", HttpStatusCode.NotFound)]
    [InlineData("/api/leaderboards/days?branch=qinghe", HttpStatusCode.NotFound)]
    [InlineData("/api/leaderboards/credits?period=2026", HttpStatusCode.OK)]
    public async Task A_visitor_gets_the_boards_that_there_are(string path, HttpStatusCode status)
    {
        using var visitor = site.CreateVisitor();

        using var answer = await visitor.GetAsync(path, Cancel);

        Assert.Equal(status, answer.StatusCode);
    }

    [Theory]
    [InlineData("member", HttpStatusCode.OK)]
    [InlineData("member2", HttpStatusCode.NotFound)]
    public async Task The_board_of_a_branch_is_for_its_members(string userName, HttpStatusCode status)
    {
        using var member = await site.SignInAsync(userName);

        using var answer = await member.GetAsync("/api/leaderboards/days?branch=qinghe", Cancel);

        Assert.Equal(status, answer.StatusCode);
    }

    [Fact]
    public async Task An_alias_must_not_be_empty()
    {
        using var secretary = await site.SignInAsync("secretary");

        using var answer = await CmsFactory.PostFormAsync(
            secretary, "/me/data", new() { ["Purpose"] = "Platform", ["NameKind"] = "Alias", ["Alias"] = " " }, "/me/data?handler=Join");

        Assert.Contains("请填写化名", await answer.Content.ReadAsStringAsync(Cancel), StringComparison.Ordinal);
    }

    private static async Task JoinAsync(HttpClient member, string purpose, string alias)
    {
        using var answer = await CmsFactory.PostFormAsync(
            member, "/me/data", new() { ["Purpose"] = purpose, ["NameKind"] = "Alias", ["Alias"] = alias }, "/me/data?handler=Join");
        Assert.Equal(HttpStatusCode.Redirect, answer.StatusCode);
    }

    private static async Task<int?> ValueOfAsync(HttpClient client, string name)
    {
        var board = await client.GetFromJsonAsync<JsonNode>("/api/leaderboards/days", Cancel);
        var group = board!["groups"]!.AsArray()
            .SingleOrDefault(group => group!["names"]!.AsArray().Any(shown => (string)shown! == name));
        return (int?)group?["value"];
    }

    /// <summary>Gives a member exactly the first days of this month.</summary>
    private Task<int> StudyDaysAsync(MemberInfo member, int days) => site.WithServicesAsync(async services =>
    {
        var db = services.GetRequiredService<CmsDbContext>();
        await db.Set<QuizResult>().Where(quiz => db.Set<StudyEntry>().Any(entry => entry.Id == quiz.EntryId && entry.MemberId == member.Id))
            .ExecuteDeleteAsync(Cancel);
        await db.Set<StudyEntry>().Where(entry => entry.MemberId == member.Id).ExecuteDeleteAsync(Cancel);
        var first = new DateOnly(site.Today().Year, site.Today().Month, 1);
        db.AddRange(Enumerable.Range(0, days).Select(number => new StudyEntry
        {
            MemberId = member.Id,
            BranchId = member.BranchId,
            Mode = StudyMode.DailyLesson,
            Title = "每日一课",
            ContentItemId = $"lesson-of-day-{number}",
            Day = first.AddDays(number),
            Year = first.Year,
            Minutes = 4,
            DayCount = 1,
            RecordedUtc = site.Clock.GetUtcNow(),
        }));
        return await db.SaveChangesAsync(Cancel);
    });
}

public sealed class BoardSwitchTests(CmsFactory site) : IClassFixture<CmsFactory>
{
    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Fact]
    public async Task One_switch_removes_every_trace()
    {
        await SetAsync(nameof(BoardScope.Off));
        using var visitor = site.CreateVisitor();

        using var page = await visitor.GetAsync("/leaderboard", Cancel);
        using var api = await visitor.GetAsync("/api/leaderboards/days", Cancel);

        Assert.Equal((HttpStatusCode.NotFound, HttpStatusCode.NotFound), (page.StatusCode, api.StatusCode));
        Assert.DoesNotContain("board__group", await visitor.GetStringAsync("/?fresh=1", Cancel), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_board_for_branches_shows_a_visitor_nothing()
    {
        await SetAsync(nameof(BoardScope.Branch));
        using var visitor = site.CreateVisitor();

        var page = await visitor.GetStringAsync("/leaderboard?fresh=2", Cancel);

        Assert.Contains("登录后看本支部的榜", page, StringComparison.Ordinal);
        Assert.DoesNotContain("board__group", page, StringComparison.Ordinal);
    }

    private Task<int> SetAsync(string scope) => site.WithServicesAsync(async services =>
    {
        await services.GetRequiredService<SiteSettings>().SetAsync(BoardSwitch.Setting, scope, Cancel);
        return await services.GetRequiredService<CmsDbContext>().SaveChangesAsync(Cancel);
    });
}
