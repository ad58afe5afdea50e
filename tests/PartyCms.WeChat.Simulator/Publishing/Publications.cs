using System.Globalization;
using PartyCms.WeChat.Simulator.Drafts;
using PartyCms.WeChat.Simulator.Wire;

namespace PartyCms.WeChat.Simulator.Publishing;

/// <summary>Everything that was handed to freepublish, and how such jobs are to end.</summary>
public sealed class Publications
{
    private readonly SimulatedWeChat _world;
    private readonly List<Publication> _all = [];
    private readonly Queue<(PublishStatus Status, IReadOnlyList<int> FailedIndexes)> _outcomes = [];

    internal Publications(SimulatedWeChat world) => _world = world;

    /// <summary>
    /// How long a job takes. Zero ends it as soon as the call that began it was answered;
    /// <see cref="Timeout.InfiniteTimeSpan"/> leaves the end to <see cref="Finish"/>.
    /// </summary>
    public TimeSpan Delay { get; set; } = TimeSpan.Zero;

    /// <summary>What is pushed when a job is over.</summary>
    public PublishAnnouncement Announcement { get; set; } = PublishAnnouncement.PublishJobFinish;

    /// <summary>How many times the end of a job is pushed, each time as a new push.</summary>
    public int AnnouncementCopies { get; set; } = 1;

    /// <summary>
    /// Whether the draft leaves the box when the job begins, or only when it has succeeded: then a second call
    /// publishes it a second time. What the real one does in between is not documented.
    /// </summary>
    public bool DraftLeavesAtOnce { get; set; } = true;

    /// <summary>All jobs in the order in which they were handed in.</summary>
    public IReadOnlyList<Publication> All
    {
        get
        {
            lock (_world.Gate)
            {
                return [.. _all];
            }
        }
    }

    /// <summary>What everybody can read, the newest first.</summary>
    public IReadOnlyList<Publication> Readable =>
        [.. All.Where(job => job.Status == PublishStatus.Succeeded).OrderByDescending(job => job.FinishedAt)];

    /// <summary>The next job ends in this way; further calls are for the jobs after it. Without, jobs succeed.</summary>
    public void NextEndsAs(PublishStatus status, params IReadOnlyList<int> failedIndexes)
    {
        lock (_world.Gate)
        {
            _outcomes.Enqueue((status, failedIndexes));
        }
    }

    /// <summary>Ends a job now, whatever it was waiting for.</summary>
    /// <exception cref="ArgumentException">There is no such job, or it is over.</exception>
    public void Finish(string publishId)
    {
        lock (_world.Gate)
        {
            var index = _all.FindIndex(job => job.PublishId == publishId && job.Status == PublishStatus.Publishing);
            if (index < 0)
            {
                throw new ArgumentException("There is no such job under way.", nameof(publishId));
            }

            Conclude(index);
        }
    }

    internal Publication? Find(string publishId)
    {
        lock (_world.Gate)
        {
            return _all.Find(job => job.PublishId == publishId);
        }
    }

    internal Publication Submit(SimulatedDraft draft)
    {
        lock (_world.Gate)
        {
            var now = _world.Clock.GetUtcNow();
            var job = new Publication(_world.Ids.Number(2_247_500_000).ToString(CultureInfo.InvariantCulture), draft, now)
            {
                DueAt = Delay == Timeout.InfiniteTimeSpan ? null : now + Delay,
            };
            _all.Add(job);
            if (DraftLeavesAtOnce)
            {
                _world.Drafts.Take(draft.MediaId);
            }

            return job;
        }
    }

    internal void RunDue()
    {
        lock (_world.Gate)
        {
            var now = _world.Clock.GetUtcNow();
            for (var index = 0; index < _all.Count; index++)
            {
                if (_all[index].Status == PublishStatus.Publishing && _all[index].DueAt <= now)
                {
                    Conclude(index);
                }
            }
        }
    }

    internal bool TryDelete(string articleId, int index)
    {
        lock (_world.Gate)
        {
            if (_all.Find(job => job.ArticleId == articleId && articleId.Length > 0) is not { } found
                || index > found.Articles.Count)
            {
                return false;
            }

            Change(articleId, job => Delete(job, index));
            return true;
        }
    }

    private static Publication Delete(Publication job, int index)
    {
        var articles = job.Articles
            .Select((article, at) => index == 0 || index == at + 1 ? article with { IsDeleted = true } : article).ToList();
        return job with
        {
            Articles = articles,
            Status = articles.TrueForAll(article => article.IsDeleted) ? PublishStatus.Deleted : job.Status,
        };
    }

    private void Conclude(int index)
    {
        var job = _all[index];
        var (status, failedIndexes) = _outcomes.Count > 0 ? _outcomes.Dequeue() : (PublishStatus.Succeeded, []);
        _all[index] = status == PublishStatus.Succeeded
            ? Succeed(job)
            : job with { Status = status, FailedIndexes = failedIndexes, FinishedAt = _world.Clock.GetUtcNow() };
        if (status == PublishStatus.Succeeded)
        {
            _world.Drafts.Take(job.Draft.MediaId);
        }
        else
        {
            _world.Drafts.Restore(job.Draft);
        }

        for (var copy = 0; copy < AnnouncementCopies; copy++)
        {
            _world.Events.PublicationFinished(_all[index], Announcement);
        }
    }

    private Publication Succeed(Publication job)
    {
        var articleId = SimulatedIds.Word(64);
        return job with
        {
            Status = PublishStatus.Succeeded,
            ArticleId = articleId,
            FinishedAt = _world.Clock.GetUtcNow(),
            Articles = [.. job.Draft.Articles.Select(
                article => article with { Url = $"{_world.Origin}/s/{SimulatedIds.Word(22)}" })],
        };
    }

    private void Change(string articleId, Func<Publication, Publication> change)
    {
        var index = _all.FindIndex(job => job.ArticleId == articleId);
        if (index >= 0)
        {
            _all[index] = change(_all[index]);
        }
    }
}
