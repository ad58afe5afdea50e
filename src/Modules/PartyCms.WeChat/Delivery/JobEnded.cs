using PartyCms.Kernel.Data;
using PartyCms.Kernel.Outbox;
using PartyCms.WeChat.Callback;
using PartyCms.WeChat.Client.Publishing;

namespace PartyCms.WeChat.Delivery;

/// <summary>WeChat has told that a publication or a mass send is over.</summary>
/// <param name="PublishId">The publication; empty for a mass send.</param>
/// <param name="MessageId">The mass send; empty for a publication.</param>
/// <param name="Status">WeChat's word for how it ended.</param>
/// <param name="ArticleId">The published articles together.</param>
/// <param name="Urls">Their addresses by place from 1.</param>
/// <param name="RefusedPlaces">Places, from 1, of the articles that were refused.</param>
internal sealed record JobEnded(
    string PublishId, string MessageId, string Status, string ArticleId,
    IReadOnlyDictionary<int, string> Urls, IReadOnlyList<int> RefusedPlaces);

/// <summary>Passes on what a push tells of publications and mass sends; who sent the push is no follower.</summary>
internal sealed class HearOfJobs(OutboxWriter outbox) : IPushHandler
{
    public Task HandleAsync(HandledPush push, CancellationToken cancellationToken)
    {
        switch (push.Message.Content)
        {
            case PublicationFinished published:
                outbox.Add(new JobEnded(
                    published.PublishId, "", published.Status?.ToString(System.Globalization.CultureInfo.InvariantCulture) ?? "",
                    published.ArticleId, UrlsOf(published.Articles), published.RefusedPlaces));
                break;
            case MassSendFinished sent:
                outbox.Add(new JobEnded("", sent.MessageId, sent.Status, "", UrlsOf(sent.Articles), []));
                break;
        }

        return Task.CompletedTask;
    }

    private static Dictionary<int, string> UrlsOf(IReadOnlyList<ArticleAddress> articles) =>
        articles.DistinctBy(article => article.Place).ToDictionary(article => article.Place, article => article.Url);
}

/// <summary>
/// Brings an issue to where WeChat says it is. What was known before, comes again or comes late changes nothing; an issue
/// that a node works on is tried again a little later.
/// </summary>
internal sealed class ApplyJobResult(CmsDbContext db, TimeProvider clock) : IEventSubscriber<JobEnded>
{
    public async Task HandleAsync(JobEnded cmsEvent, CancellationToken cancellationToken)
    {
        var issues = db.Set<Issue>().Include(issue => issue.Articles);
        var issue = cmsEvent.PublishId.Length > 0
            ? await issues.FirstOrDefaultAsync(row => row.PublishId == cmsEvent.PublishId, cancellationToken)
            : cmsEvent.MessageId.Length > 0
                ? await issues.FirstOrDefaultAsync(row => row.MessageId == cmsEvent.MessageId, cancellationToken)
                : null;
        if (issue is null)
        {
            return;
        }

        var run = new IssueRun(db, issue, clock);
        switch (Judge(issue, cmsEvent))
        {
            case StepResult.Advanced(var happened) when issue.Apply(happened, run.Now):
                run.Tell(issue.Stage.DisplayName());
                break;
            case StepResult.Advanced when IssueLifecycle.IsOut(issue.Stage) && db.ChangeTracker.HasChanges():
                // It was known that they are out, but not where.
                break;
            case StepResult.Failed failure when issue.Stage is IssueStage.Publishing or IssueStage.Distributing:
                run.Fail(failure);
                break;
            default:
                db.ChangeTracker.Clear();
                return;
        }

        await run.SaveAsync(cancellationToken);
    }

    private static StepResult Judge(Issue issue, JobEnded job)
    {
        if (job.MessageId.Length > 0)
        {
            var result = MassSendStatus.Judge(job.Status);
            if (result is StepResult.Advanced)
            {
                Publication.Record(issue, null, [.. Enumerable.Range(1, issue.Articles.Count).Select(job.Urls.GetValueOrDefault)]);
            }

            return result;
        }

        return Enum.TryParse<PublishStatus>(job.Status, out var status) && Enum.IsDefined(status)
            ? FollowPublication.Judge(issue, new PublishProgress
            {
                PublishStatus = status,
                ArticleId = job.ArticleId,
                ArticleDetail = new PublishedArticles
                {
                    Items = [.. job.Urls.Select(pair => new PublishedAddress { Idx = pair.Key, ArticleUrl = pair.Value })],
                },
                FailIdx = job.RefusedPlaces,
            })
            : new StepResult.Wait(TimeSpan.Zero);
    }
}
