using Microsoft.Extensions.Logging;
using PartyCms.Kernel.Content;
using PartyCms.Kernel.Jobs;
using PartyCms.Kernel.Security;
using PartyCms.Kernel.Time;

namespace PartyCms.Learning.Lessons;

/// <summary>Publishes the waiting lesson when its day begins; after an outage, those of the days missed as well.</summary>
internal sealed partial class PublishLessonsOfTheDay(
    LessonSchedule schedule, ContentStore store, Caller caller, SiteTime time, ILogger<PublishLessonsOfTheDay> logger) : IScheduledJob
{
    public string Name => "learning.publish-lessons";

    public string DisplayName => "发布当天的每日党课";

    public DateTimeOffset NextRun(DateTimeOffset finished) => time.At(time.DayOf(finished).AddDays(1), TimeOnly.MinValue);

    public async Task RunAsync(CancellationToken cancellationToken)
    {
        caller.ActAsSystem();
        var today = time.Today;
        var due = (await schedule.WaitingAsync(cancellationToken)).Where(item => item.Parts.LessonDay() <= today);
        foreach (var item in due)
        {
            var outcome = await store.PublishAsync(
                new ContentEdit
                {
                    ContentItemId = item.ContentItemId,
                    ContentType = item.ContentType,
                    Parts = item.Parts,
                    ExpectedRevision = item.Revision,
                },
                cancellationToken);
            if (!outcome.IsDone)
            {
                LogRefused(item.ContentItemId, outcome.Verdict);
            }
        }
    }

    [LoggerMessage(601, LogLevel.Warning, "Lesson {ContentItemId} was due today and could not be published: {Verdict}")]
    private partial void LogRefused(string contentItemId, ContentVerdict verdict);
}
