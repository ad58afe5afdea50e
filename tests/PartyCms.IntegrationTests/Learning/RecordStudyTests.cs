using System.Net;
using System.Net.Http.Json;
using System.Text.Json.Nodes;

namespace PartyCms.IntegrationTests.Learning;

public sealed class RecordStudyTests(CmsFactory site) : IClassFixture<CmsFactory>
{
    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_member_finishes_the_lesson_by_the_plain_form()
    {
        using var member = await site.SignInAsync("member");
        var lesson = await member.LessonAsync(site.Today());

        using var answer = await member.FinishByFormAsync(site.Today());
        using var again = await member.FinishByFormAsync(site.Today());

        Assert.Contains("已完成，记入 1 分钟", await answer.Content.ReadAsStringAsync(Cancel), StringComparison.Ordinal);
        Assert.Contains("同一课一年记一次", await again.Content.ReadAsStringAsync(Cancel), StringComparison.Ordinal);
        var line = Assert.Single(await site.LinesAsync((await site.MemberAsync("member")).Id, (string)lesson["contentItemId"]!));
        Assert.Equal((1, site.Today()), (line.DayCount, line.Day));
        var me = await member.GetFromJsonAsync<JsonNode>("/api/learning/me", Cancel);
        Assert.True((bool)me!["today"]!["isFinished"]!);
    }

    [Fact]
    public async Task Without_script_the_time_since_the_page_was_opened_counts()
    {
        using var floating = await site.SignInAsync("floating");
        var page = await floating.GetStringAsync(LearningSite.Href(site.Today()), Cancel);
        var opened = page.Split("name=\"Opened\" value=\"")[1].Split('"')[0];
        site.Clock.Advance(TimeSpan.FromSeconds(170));

        using var answer = await CmsFactory.PostFormAsync(floating, LearningSite.Href(site.Today()), new()
        {
            ["Answers[0]"] = "0",
            ["Answers[1]"] = "0",
            ["Answers[2]"] = "0",
            ["Opened"] = WebUtility.HtmlDecode(opened),
        });

        Assert.Contains("已完成，记入 3 分钟", await answer.Content.ReadAsStringAsync(Cancel), StringComparison.Ordinal);
    }

    [Fact]
    public async Task V18_thirty_parallel_completions_make_exactly_one_line()
    {
        using var secretary = await site.SignInAsync("secretary2");
        var lesson = await secretary.LessonAsync(site.Today());
        var session = await secretary.StartSessionAsync(site.Today());

        var answers = await Task.WhenAll(Enumerable.Range(0, 30).Select(
            _ => secretary.PostAsJsonAsync(session + "/quiz", new { answers = LearningSite.SomeAnswers }, Cancel)));

        Assert.All(answers, answer => Assert.Equal(HttpStatusCode.OK, answer.StatusCode));
        Assert.Single(await site.LinesAsync((await site.MemberAsync("secretary2")).Id, (string)lesson["contentItemId"]!));
    }

    [Fact]
    public async Task A_lesson_of_an_earlier_day_gives_hours_but_no_day()
    {
        using var secretary = await site.SignInAsync("secretary");
        var member = await site.MemberAsync("secretary");
        var day = await site.UnfinishedDayAsync(member.Id);

        using var answer = await secretary.FinishByFormAsync(day);

        Assert.Contains("补学的课计学时，不计连续学习", await answer.Content.ReadAsStringAsync(Cancel), StringComparison.Ordinal);
        var lesson = await secretary.LessonAsync(day);
        var line = Assert.Single(await site.LinesAsync(member.Id, (string)lesson["contentItemId"]!));
        Assert.Equal((0, 1, site.Today()), (line.DayCount, line.Minutes, line.Day));
    }

    [Fact]
    public async Task Heartbeats_count_what_the_clock_allows_and_each_number_once()
    {
        using var member = await site.SignInAsync("member2");
        var session = await member.StartSessionAsync(site.Today());
        site.Clock.Advance(TimeSpan.FromSeconds(20));

        var first = await BeatAsync(member, session, sequence: 1, activeSeconds: 3600);
        var repeated = await BeatAsync(member, session, sequence: 1, activeSeconds: 3600);

        Assert.InRange(first, 20, 25);
        Assert.Equal(first, repeated);
    }

    [Fact]
    public async Task The_newest_session_wins_and_the_other_is_told()
    {
        using var member = await site.SignInAsync("member2");
        var older = await member.StartSessionAsync(site.Today());
        await member.StartSessionAsync(site.Today());

        using var answer = await member.PostAsJsonAsync(older + "/heartbeat", new { sequence = 1, activeSeconds = 1 }, Cancel);

        Assert.Equal(HttpStatusCode.Conflict, answer.StatusCode);
        Assert.Equal("/problems/session-superseded", (string)(await answer.Content.ReadFromJsonAsync<JsonNode>(Cancel))!["type"]!);
    }

    [Theory]
    [InlineData("/heartbeat")]
    [InlineData("/quiz")]
    public async Task A_session_of_another_member_is_not_there(string act)
    {
        using var owner = await site.SignInAsync("member2");
        using var other = await site.SignInAsync("secretary2");
        var session = await owner.StartSessionAsync(site.Today());

        using var answer = await other.PostAsJsonAsync(session + act, new { answers = LearningSite.SomeAnswers }, Cancel);

        Assert.Equal(HttpStatusCode.NotFound, answer.StatusCode);
    }

    [Theory]
    [InlineData("null")]
    [InlineData("[0,0]")]
    [InlineData("[0,0,9]")]
    [InlineData("[0,0,-1]")]
    [InlineData("[0,0,null]")]
    public async Task Answers_that_were_not_offered_are_refused(string answers)
    {
        using var member = await site.SignInAsync("member2");
        var session = await member.StartSessionAsync(site.Today());
        using var body = new StringContent($"{{\"answers\":{answers}}}", null, "application/json");

        using var answer = await member.PostAsync(session + "/quiz", body, Cancel);

        Assert.Equal(HttpStatusCode.BadRequest, answer.StatusCode);
        Assert.Equal("application/problem+json", answer.Content.Headers.ContentType?.MediaType);
    }

    [Fact]
    public async Task A_form_with_a_question_left_open_is_given_back_with_what_was_chosen()
    {
        using var member = await site.SignInAsync("member2");
        var before = await site.MemberAsync("member2");

        using var answer = await CmsFactory.PostFormAsync(member, LearningSite.Href(site.Today()), new() { ["Answers[1]"] = "1" });

        var page = await answer.Content.ReadAsStringAsync(Cancel);
        Assert.Contains("还有题没有选答案", page, StringComparison.Ordinal);
        Assert.Contains("name=\"Answers[1]\" value=\"1\" required checked", page, StringComparison.Ordinal);
        var lesson = await member.LessonAsync(site.Today());
        Assert.Empty(await site.LinesAsync(before.Id, (string)lesson["contentItemId"]!));
    }

    [Fact]
    public async Task A_lesson_of_tomorrow_cannot_be_studied_today()
    {
        using var member = await site.SignInAsync("member2");

        using var answer = await member.PostAsJsonAsync("/api/learning/sessions", new { contentItemId = "no-such-item" }, Cancel);

        Assert.Equal(HttpStatusCode.NotFound, answer.StatusCode);
    }

    [Theory]
    [InlineData("/api/learning/sessions")]
    [InlineData("/api/learning/sessions/7f0c6d0e-0000-4000-8000-000000000000/heartbeat")]
    [InlineData("/api/learning/sessions/7f0c6d0e-0000-4000-8000-000000000000/quiz")]
    public async Task A_visitor_records_nothing(string path)
    {
        using var visitor = site.CreateVisitor();

        using var answer = await visitor.PostAsJsonAsync(path, new { }, Cancel);

        Assert.Equal(HttpStatusCode.Unauthorized, answer.StatusCode);
    }

    [Fact]
    public async Task An_account_bound_to_no_member_records_nothing_and_is_told_why()
    {
        using var reviewer = await site.SignInAsync("reviewer");

        using var answer = await reviewer.PostAsJsonAsync("/api/learning/sessions", new { contentItemId = "any" }, Cancel);

        Assert.Equal(HttpStatusCode.Forbidden, answer.StatusCode);
        Assert.Contains(
            "还没有和党员名册对应", await reviewer.GetStringAsync("/lessons/today", Cancel), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_call_that_a_form_of_another_site_could_send_is_refused()
    {
        using var member = await site.SignInAsync("member2");
        using var form = new FormUrlEncodedContent([]);

        using var answer = await member.PostAsync("/api/learning/sessions", form, Cancel);

        Assert.Equal(HttpStatusCode.UnsupportedMediaType, answer.StatusCode);
    }

    [Fact]
    public async Task A_call_from_another_origin_is_refused()
    {
        using var member = await site.SignInAsync("member2");
        using var request = new HttpRequestMessage(HttpMethod.Post, "/api/learning/sessions");
        request.Headers.Add("Origin", "https://elsewhere.example");
        request.Content = JsonContent.Create(new { contentItemId = "any" });

        using var answer = await member.SendAsync(request, Cancel);

        Assert.Equal(HttpStatusCode.Forbidden, answer.StatusCode);
    }

    private static async Task<int> BeatAsync(HttpClient member, string session, int sequence, int activeSeconds)
    {
        using var answer = await member.PostAsJsonAsync(session + "/heartbeat", new { sequence, activeSeconds }, Cancel);
        return (int)(await answer.Content.ReadFromJsonAsync<JsonNode>(Cancel))!["activeSeconds"]!;
    }
}
