using System.Globalization;
using PartyCms.Kernel.Content;
using PartyCms.Kernel.Data;
using PartyCms.Kernel.Time;

namespace PartyCms.Learning.Lessons;

/// <summary>Reads published lessons. A lesson of a day that has not come is not there, whatever the tables hold.</summary>
internal sealed class LessonShelf(CmsDbContext db, PublicContent content, SiteTime time)
{
    private IQueryable<LessonRow> Rows
    {
        get
        {
            var today = time.Today;
            return db.Set<LessonRow>().AsNoTracking().Where(row => row.Day <= today);
        }
    }

    /// <summary>Reads a day out of an address such as 2026-11-22.</summary>
    public static DateOnly? ParseDay(string? text) =>
        DateOnly.TryParseExact(text, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var day) ? day : null;

    public Task<LessonRow?> FindRowAsync(DateOnly day, CancellationToken cancellationToken) =>
        Rows.SingleOrDefaultAsync(row => row.Day == day, cancellationToken);

    public Task<LessonRow?> FindRowAsync(string contentItemId, CancellationToken cancellationToken) =>
        Rows.SingleOrDefaultAsync(row => row.ContentItemId == contentItemId, cancellationToken);

    /// <summary>The lesson with its text, or null.</summary>
    public async Task<LessonView?> FindAsync(DateOnly day, CancellationToken cancellationToken)
    {
        var row = await FindRowAsync(day, cancellationToken);
        var item = row is null ? null : await FindItemAsync(row.ContentItemId, cancellationToken);
        return item is null
            ? null
            : new LessonView(row!, content.Body(item), item.Parts.LessonQuiz())
            {
                Before = await Rows.Where(other => other.Day < day).OrderByDescending(other => other.Day).FirstOrDefaultAsync(cancellationToken),
                After = await Rows.Where(other => other.Day > day).OrderBy(other => other.Day).FirstOrDefaultAsync(cancellationToken),
            };
    }

    public async Task<IReadOnlyList<QuizQuestion>> QuizAsync(string contentItemId, CancellationToken cancellationToken) =>
        (await FindItemAsync(contentItemId, cancellationToken))?.Parts.LessonQuiz() ?? [];

    /// <summary>Lessons of one month, newest first.</summary>
    public async Task<IReadOnlyList<LessonRow>> ListAsync(DateOnly month, CancellationToken cancellationToken)
    {
        var from = new DateOnly(month.Year, month.Month, 1);
        var until = from.AddMonths(1);
        return await Rows.Where(row => row.Day >= from && row.Day < until)
            .OrderByDescending(row => row.Day).ToListAsync(cancellationToken);
    }

    public async Task<IReadOnlyList<LessonRow>> ListAsync(IReadOnlyList<string> contentItemIds, CancellationToken cancellationToken) =>
        await Rows.Where(row => contentItemIds.Contains(row.ContentItemId)).ToListAsync(cancellationToken);

    /// <summary>Lessons an editor may choose from, by content item id, newest first; those that wait for their day too.</summary>
    public async Task<IReadOnlyList<KeyValuePair<string, string>>> ChoicesAsync(
        LessonSchedule schedule, CancellationToken cancellationToken)
    {
        var waiting = (await schedule.WaitingAsync(cancellationToken))
            .Select(item => (Day: item.Parts.LessonDay()!.Value, item.ContentItemId, Title: item.DisplayText ?? ""));
        var published = await db.Set<LessonRow>().AsNoTracking().ToListAsync(cancellationToken);
        return
        [
            .. published.Select(row => (row.Day, row.ContentItemId, row.Title)).Concat(waiting)
                .OrderByDescending(lesson => lesson.Day)
                .Select(lesson => KeyValuePair.Create(lesson.ContentItemId, $"{SiteTime.Format(lesson.Day)} {lesson.Title}")),
        ];
    }

    /// <summary>Months that have lessons, newest first, as their first days.</summary>
    public async Task<IReadOnlyList<DateOnly>> MonthsAsync(CancellationToken cancellationToken)
    {
        var months = await Rows.GroupBy(row => new { row.Day.Year, row.Day.Month })
            .Select(group => new { group.Key.Year, group.Key.Month }).ToListAsync(cancellationToken);
        return [.. months.Select(month => new DateOnly(month.Year, month.Month, 1)).OrderDescending()];
    }

    /// <summary>The day of a published lesson whose text has this slug, or null.</summary>
    public async Task<DateOnly?> FindDayBySlugAsync(string slug, CancellationToken cancellationToken)
    {
        var path = "lessons/" + slug;
        var found = await (
            from item in db.Set<ContentItem>()
            join row in Rows on item.ContentItemId equals row.ContentItemId
            where item.Path == path && item.Published
            select new { row.Day }).FirstOrDefaultAsync(cancellationToken);
        return found?.Day;
    }

    private Task<ContentItem?> FindItemAsync(string contentItemId, CancellationToken cancellationToken) =>
        db.Set<ContentItem>().AsNoTracking()
            .SingleOrDefaultAsync(item => item.ContentItemId == contentItemId && item.Published, cancellationToken);
}
