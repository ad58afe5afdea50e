using Microsoft.Extensions.DependencyInjection;
using PartyCms.WeChat.Delivery;
using PartyCms.WeChat.Simulator.Publishing;

namespace PartyCms.IntegrationTests.WeChat.Delivery;

/// <summary>One issue from the first click to the readers, with people who press 重试 whenever they are asked to.</summary>
internal sealed class DeliveryStory(DeliverySite site, bool isMassSend)
{
    private const int MostTurns = 300;

    /// <summary>Nodes whose turn it is; by default the first alone.</summary>
    public Func<int[]> Nodes { get; init; } = () => [0];

    /// <summary>Runs before each turn, for whatever is to go wrong.</summary>
    public Action BeforeTurn { get; init; } = () => { };

    /// <summary>How many times the news of an end comes in; 0 leaves it to the site to ask.</summary>
    public Func<int> Announcements { get; init; } = () => 0;

    /// <summary>Failures that people were told of.</summary>
    public int Failures { get; private set; }

    public int Turns { get; private set; }

    /// <summary>Lets it run to its end.</summary>
    public async Task<Issue> RunAsync(params string[] titles)
    {
        var id = await site.PrepareAsync(titles);
        await site.HappenAsync(id, IssueEvent.Deliver);
        for (Turns = 0; Turns < MostTurns; Turns++)
        {
            await TakeTurnAsync();
            var issue = await site.ReadAsync(id);
            if (IssueLifecycle.IsOut(issue.Stage))
            {
                return issue;
            }

            await GoOnAsync(issue);
        }

        var last = await site.ReadAsync(id);
        throw new InvalidOperationException($"No end after {MostTurns} turns: {last.Stage}, {last.Problem}");
    }

    private async Task TakeTurnAsync()
    {
        BeforeTurn();
        await Task.WhenAll(Nodes().Select(site.RunNodeAsync));
        site.Crashes.Disarm();
        site.WeChat.World.RunDueJobs();
        await AnnounceAsync();
    }

    private async Task GoOnAsync(Issue issue)
    {
        switch (issue.Stage)
        {
            case IssueStage.Drafted when isMassSend:
                await site.HappenAsync(issue.Id, IssueEvent.AskMassSend, IssueEvent.ConfirmMassSend);
                break;
            case IssueStage.Drafted:
                await site.HappenAsync(issue.Id, IssueEvent.AskPublish);
                break;
            case IssueStage.AwaitingSecond:
                await site.HappenAsync(issue.Id, IssueEvent.ConfirmMassSend);
                break;
            case IssueStage.Failed:
                Assert.False(string.IsNullOrWhiteSpace(issue.Problem), "A failure says what is wrong.");
                Assert.False(string.IsNullOrWhiteSpace(issue.Remedy), "A failure says what to do.");
                Failures++;
                await site.HappenAsync(issue.Id, IssueEvent.Retry);
                break;
            default:
                Assert.True(IssueLifecycle.IsAtWork(issue.Stage), $"Nobody can go on from {issue.Stage}.");
                Wait(issue.NextAttemptUtc!.Value);
                break;
        }
    }

    private void Wait(DateTimeOffset until)
    {
        var pause = until - site.Clock.GetUtcNow();
        if (pause > TimeSpan.Zero)
        {
            site.Clock.Advance(pause + TimeSpan.FromSeconds(1));
        }
    }

    private async Task AnnounceAsync()
    {
        var ended = site.WeChat.World.Publications.All.Where(job => job.Status != PublishStatus.Publishing).TakeLast(1).Select(job => new JobEnded(
                job.PublishId, "", ((int)job.Status).ToString(System.Globalization.CultureInfo.InvariantCulture), job.ArticleId,
                job.Articles.Select((article, index) => (index, article)).ToDictionary(pair => pair.index + 1, pair => pair.article.Url), job.FailedIndexes))
            .Concat(site.WeChat.World.MassSends.All.Where(job => job.Status != "SENDING").TakeLast(1).Select(job => new JobEnded(
                "", job.MsgId.ToString(System.Globalization.CultureInfo.InvariantCulture), job.FinalStatus, "",
                job.Articles.Select((article, index) => (index, article)).ToDictionary(pair => pair.index + 1, pair => pair.article.Url), [])))
            .ToList();
        var times = Announcements();
        foreach (var (news, time) in ended.SelectMany(news => Enumerable.Range(0, times).Select(time => (news, time))))
        {
            try
            {
                await site.WithServicesAsync(
                    async services =>
                    {
                        var apply = ActivatorUtilities.CreateInstance<ApplyJobResult>(services);
                        await apply.HandleAsync(news, DeliverySite.Cancel);
                        return true;
                    },
                    node: time % 2);
            }
            catch (DbUpdateConcurrencyException)
            {
                // The outbox delivers it again.
            }
        }
    }
}
