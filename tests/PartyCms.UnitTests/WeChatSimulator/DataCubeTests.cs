using PartyCms.WeChat.Simulator;
using PartyCms.WeChat.Simulator.Figures;

namespace PartyCms.UnitTests.WeChatSimulator;

// The clock stands at noon of 16 September 2026 in Shanghai.
public sealed class DataCubeTests(WeChatCaller caller) : IClassFixture<WeChatCaller>, IAsyncLifetime
{
    private const string Changes = "/datacube/getusersummary";
    private const string Totals = "/datacube/getusercumulate";
    private const string Articles = "/datacube/getarticletotal";

    public async ValueTask InitializeAsync() => await caller.SignInAsync();

    public ValueTask DisposeAsync() => ValueTask.CompletedTask;

    [Theory]
    [InlineData(Changes, "2026-09-09", "2026-09-15", 0)]
    [InlineData(Changes, "2026-09-08", "2026-09-15", 61501)]
    [InlineData(Totals, "2026-09-15", "2026-09-16", 61501)]
    [InlineData(Totals, "2026-09-15", "2026-09-14", 61501)]
    [InlineData(Totals, "2014-11-30", "2014-12-01", 61501)]
    [InlineData(Articles, "2026-09-15", "2026-09-15", 0)]
    [InlineData(Articles, "2026-09-14", "2026-09-15", 61501)]
    [InlineData(Changes, "2026-9-9", "2026-09-15", 61500)]
    [InlineData(Changes, "20260909", "2026-09-15", 61500)]
    [InlineData(Changes, "2026-02-30", "2026-03-01", 61500)]
    public async Task Days_are_read_strictly(string path, string first, string last, int code) =>
        Assert.Equal(code, WeChatCaller.CodeOf(await AskAsync(path, first, last)));

    [Fact]
    public async Task A_day_that_is_missing_or_a_number_is_refused()
    {
        Assert.Equal(61500, WeChatCaller.CodeOf(await caller.PostAsync(Changes, "{\"begin_date\":\"2026-09-15\"}")));
        Assert.Equal(47001, WeChatCaller.CodeOf(await caller.PostAsync(Changes, "{\"begin_date\":20260915,\"end_date\":20260915}")));
    }

    [Fact]
    public async Task Yesterday_is_not_ready_before_eight_o_clock()
    {
        await using var early = await SimulatorApp.StartAsync(
            new SimulatorOptions { Clock = new SimulatorClock(new DateTimeOffset(2026, 9, 15, 23, 59, 0, TimeSpan.Zero)) },
            TestContext.Current.CancellationToken);
        var before = await AnswerOf(early);
        early.Clock.Advance(TimeSpan.FromMinutes(1));

        Assert.Equal((61503, 0), (before, await AnswerOf(early)));
    }

    [Fact]
    public async Task A_day_without_changes_is_left_out_of_the_changes_and_not_of_the_totals()
    {
        caller.App.World.Figures.Count(new DateOnly(2026, 9, 14), new CountedDay(0, 0, 41));
        caller.App.World.Figures.Count(new DateOnly(2026, 9, 15), new CountedDay(3, 1, 43));

        var changes = (await AskAsync(Changes, "2026-09-14", "2026-09-15"))["list"]!.AsArray();
        var totals = (await AskAsync(Totals, "2026-09-14", "2026-09-15"))["list"]!.AsArray();

        Assert.Equal(("2026-09-15", 3, 1), (Assert.Single(changes)!["ref_date"]!.ToString(), (int)changes[0]!["new_user"]!, (int)changes[0]!["cancel_user"]!));
        Assert.Equal([41, 43], totals.Select(day => (int)day!["cumulate_user"]!));
    }

    private Task<System.Text.Json.Nodes.JsonNode> AskAsync(string path, string first, string last) =>
        caller.PostAsync(path, $$"""{"begin_date":"{{first}}","end_date":"{{last}}"}""");

    private static async Task<int> AnswerOf(SimulatorApp app)
    {
        using var client = new HttpClient { BaseAddress = new Uri(app.BaseAddress) };
        var token = await PostAsync(client, "/cgi-bin/stable_token", $$"""
            {"grant_type":"client_credential","appid":"{{SimulatorOptions.DefaultAppId}}","secret":"{{SimulatorOptions.DefaultAppSecret}}"}
            """);
        return WeChatCaller.CodeOf(await PostAsync(
            client, $"{Totals}?access_token={token["access_token"]}", """{"begin_date":"2026-09-15","end_date":"2026-09-15"}"""));
    }

    private static async Task<System.Text.Json.Nodes.JsonNode> PostAsync(HttpClient client, string path, string json)
    {
        using var answer = await client.PostAsync(
            path, new StringContent(json, System.Text.Encoding.UTF8, "application/json"), TestContext.Current.CancellationToken);
        return System.Text.Json.Nodes.JsonNode.Parse(await answer.Content.ReadAsStringAsync(TestContext.Current.CancellationToken))!;
    }
}
