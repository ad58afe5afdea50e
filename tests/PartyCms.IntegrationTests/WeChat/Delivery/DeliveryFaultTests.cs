using System.Globalization;
using PartyCms.WeChat.Simulator.Faults;

namespace PartyCms.IntegrationTests.WeChat.Delivery;

/// <summary>
/// Everything goes wrong by chance, from a fixed seed: WeChat is busy, away, silent, forgetful of its answers, out of
/// quota; nodes die and race; news comes never, once or three times. <c>PARTYCMS_FAULT_RUNS</c> sets how many articles
/// are tried.
/// </summary>
public sealed class DeliveryFaultTests(ITestOutputHelper output) : IAsyncLifetime
{
    private static readonly FaultKind[] Kinds =
    [
        FaultKind.Busy, FaultKind.BadGateway, FaultKind.LostAnswer, FaultKind.BusyAfterwards, FaultKind.TruncatedJson,
        FaultKind.ControlCharacters, FaultKind.Busy, FaultKind.LostAnswer,
    ];

    private static readonly FaultKind[] Silence = [FaultKind.Hang, FaultKind.HangAfterwards];

    private static readonly (string Path, int Code)[] Refusals =
    [
        ("/cgi-bin/draft/add", 40001), ("/cgi-bin/draft/add", 42001), ("/cgi-bin/draft/add", 45009), ("/cgi-bin/draft/batchget", 45009),
        ("/cgi-bin/freepublish/submit", 40001), ("/cgi-bin/freepublish/submit", 45009), ("/cgi-bin/freepublish/submit", 53501),
        ("/cgi-bin/freepublish/submit", 53505), ("/cgi-bin/freepublish/get", 45009), ("/cgi-bin/freepublish/batchget", 45009),
        ("/cgi-bin/message/mass/sendall", 40001), ("/cgi-bin/message/mass/sendall", 45011), ("/cgi-bin/message/mass/get", 45009),
        ("/cgi-bin/media/uploadimg", 45009), ("/cgi-bin/material/add_material", -1), ("/cgi-bin/draft/add", 40164),
    ];

    // WeChat is silent often here.
    private readonly DeliverySite _site = new() { SecondsOfPatience = 1 };

    private static int Runs =>
        int.TryParse(Environment.GetEnvironmentVariable("PARTYCMS_FAULT_RUNS"), CultureInfo.InvariantCulture, out var runs) ? runs : 40;

    public ValueTask InitializeAsync() => _site.InitializeAsync();

    public ValueTask DisposeAsync() => _site.DisposeAsync();

    [Fact]
    public async Task Whatever_goes_wrong_each_article_is_out_exactly_once_and_every_stop_is_explained()
    {
#pragma warning disable CA5394 // Chance that repeats itself is what is wanted here.
        var random = new Random(20260916);
        var (failures, turns, crashes) = (0, 0, 0);
        for (var run = 0; run < Runs; run++)
        {
            var titles = Enumerable.Range(1, random.Next(1, 4)).Select(place => $"第{run}轮第{place}篇").ToArray();
            Spoil(random);
            var story = new DeliveryStory(_site, isMassSend: random.Next(3) == 0)
            {
                Nodes = () => random.Next(4) switch { 0 => [0, 1], 1 => [1], _ => [0] },
                BeforeTurn = () =>
                {
                    crashes += _site.Crashes.HasStruck ? 1 : 0;
                    _site.Crashes.Arm(random.Next(3) == 0 ? random.Next(1, 14) : int.MaxValue);
                },
                Announcements = () => random.Next(2) * 3,
            };

            await story.RunAsync(titles);

            _site.WeChat.Faults.Clear();
            Assert.All(titles, title => Assert.Equal((title, 1), (title, _site.CopiesWithReaders(title))));
            Assert.All(titles, title => Assert.Equal((title, 0), (title, _site.CopiesInBox(title))));
            failures += story.Failures;
            turns += story.Turns;
        }
#pragma warning restore CA5394

        output.WriteLine($"{Runs} runs, {turns} turns, {crashes} crashes, {failures} stops that people were told of.");
    }

    private void Spoil(Random random)
    {
#pragma warning disable CA5394
        var world = _site.WeChat.World;
        world.Publications.Delay = TimeSpan.FromSeconds(new[] { 0, 30, 180, 600 }[random.Next(4)]);
        world.Publications.DraftLeavesAtOnce = random.Next(3) != 0;
        world.MassSends.Delay = TimeSpan.FromSeconds(new[] { 0, 60, 600 }[random.Next(3)]);
        for (var i = random.Next(3); i > 0; i--)
        {
            var (path, code) = Refusals[random.Next(Refusals.Length)];
            _site.WeChat.Faults.Refuse(path, code, "refused by plan");
        }

        _site.WeChat.Faults.Decide = _ => random.Next(100) switch
        {
            < 12 => Kinds[random.Next(Kinds.Length)],
            12 => Silence[random.Next(Silence.Length)],
            _ => null,
        };
#pragma warning restore CA5394
    }
}
