using PartyCms.Kernel.Content;
using PartyCms.Kernel.Data;
using PartyCms.Kernel.Security;
using PartyCms.Kernel.Time;

namespace PartyCms.Learning.Lessons;

/// <summary>Keeps exactly one lesson a day, whole and of its day: what is written for later stays a draft until then.</summary>
internal sealed class LessonHandler(CmsDbContext db, LessonSchedule schedule, Caller caller, SiteTime time) : ContentHandler
{
    private const int MostMinutes = 60;

    public override async ValueTask ValidateAsync(
        ContentItem item, bool isPublication, ICollection<ContentProblem> problems, CancellationToken cancellationToken)
    {
        if (item.ContentType != LessonParts.ContentType)
        {
            return;
        }

        var parts = item.Parts;
        var scheduled = !isPublication && parts.IsScheduled();
        if (parts.LessonDay() is { } day)
        {
            await CheckDayAsync(item, day, isPublication, problems, cancellationToken);
        }
        else if (isPublication || scheduled)
        {
            problems.Add(new ContentProblem(LessonParts.Day, "请选择这一课是哪一天的。"));
        }

        if (scheduled && !caller.Can(LearningPermissions.Publish))
        {
            problems.Add(new ContentProblem(LessonParts.Scheduled, "只有可以发布的人才能安排自动发布，请先取消勾选。"));
        }

        if (isPublication || scheduled)
        {
            CheckText(item, problems);
        }
    }

    public override async ValueTask PublishedAsync(ContentItem item, ContentSummary? summary, CancellationToken cancellationToken)
    {
        if (item.ContentType != LessonParts.ContentType)
        {
            return;
        }

        var row = await db.Set<LessonRow>().FindAsync([item.ContentItemId], cancellationToken);
        if (row is null)
        {
            row = new LessonRow { ContentItemId = item.ContentItemId, Title = "", Summary = "", Topic = "" };
            db.Add(row);
        }

        row.Day = item.Parts.LessonDay()!.Value;
        row.Minutes = item.Parts.LessonMinutes();
        row.Title = summary!.Title;
        row.Summary = summary.Summary;
        row.Topic = item.Parts.Text(LessonParts.Topic)?.Trim() ?? "";

        // The day is the address that readers know; the slug of the text leads to it.
        summary.Path = LessonRow.PathOf(row.Day);
        summary.Facet = row.Topic.Length == 0 ? null : row.Topic;
    }

    public override async ValueTask UnpublishedAsync(ContentItem item, CancellationToken cancellationToken)
    {
        if (item.ContentType == LessonParts.ContentType)
        {
            await db.Set<LessonRow>().Where(row => row.ContentItemId == item.ContentItemId).ExecuteDeleteAsync(cancellationToken);
        }
    }

    private async Task CheckDayAsync(
        ContentItem item, DateOnly day, bool isPublication, ICollection<ContentProblem> problems, CancellationToken cancellationToken)
    {
        if (isPublication && day > time.Today)
        {
            problems.Add(new ContentProblem(
                LessonParts.Day, "这一课的日子还没到。请勾选“到当天自动发布”并存为草稿，到了那天零点会自己发布。"));
        }

        if (await schedule.IsTakenAsync(day, item.ContentItemId, cancellationToken))
        {
            problems.Add(new ContentProblem(LessonParts.Day, $"{SiteTime.Format(day)}已有一课，每天只排一课。请换一天。"));
        }
    }

    private static void CheckText(ContentItem item, ICollection<ContentProblem> problems)
    {
        var parts = item.Parts;
        if (parts.LessonMinutes() is < 1 or > MostMinutes)
        {
            problems.Add(new ContentProblem(LessonParts.Minutes, $"请填写阅读需要的分钟数，1 到 {MostMinutes} 的整数。"));
        }

        if (parts.Text(LessonParts.Topic)?.Trim().Length > LessonParts.TopicLength)
        {
            problems.Add(new ContentProblem(LessonParts.Topic, $"主题最多 {LessonParts.TopicLength} 个字。"));
        }

        foreach (var fault in QuizQuestion.Faults(parts.LessonQuiz()))
        {
            problems.Add(new ContentProblem(LessonParts.Quiz, fault));
        }
    }
}
