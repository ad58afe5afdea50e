using PartyCms.Kernel.Content;
using PartyCms.Kernel.Data;

namespace PartyCms.Learning.Lessons;

/// <summary>Lessons waiting for their day: drafts with a mark, so that nothing public can hold them too early.</summary>
internal sealed class LessonSchedule(CmsDbContext db)
{
    /// <summary>Whether another lesson, published or waiting, has this day.</summary>
    public async Task<bool> IsTakenAsync(DateOnly day, string exceptContentItemId, CancellationToken cancellationToken) =>
        await db.Set<LessonRow>().AnyAsync(row => row.Day == day && row.ContentItemId != exceptContentItemId, cancellationToken)
        || (await WaitingAsync(cancellationToken)).Any(
            item => item.ContentItemId != exceptContentItemId && item.Parts.LessonDay() == day);

    /// <summary>
    /// Drafts that come out by themselves. An unfinished edition of a published lesson and a lesson that was withdrawn
    /// are not among them: those wait for a person.
    /// </summary>
    public async Task<IReadOnlyList<ContentItem>> WaitingAsync(CancellationToken cancellationToken)
    {
        var drafts = await db.Set<ContentItem>().AsNoTracking()
            .Where(item => item.ContentType == LessonParts.ContentType && item.Latest && !item.Published)
            .Where(item => !db.Set<LessonRow>().Any(row => row.ContentItemId == item.ContentItemId))
            .Where(item => !db.Set<ContentTombstone>().Any(tombstone => tombstone.ContentItemId == item.ContentItemId))
            .ToListAsync(cancellationToken);
        return [.. drafts.Where(item => item.Parts.IsScheduled() && item.Parts.LessonDay() is not null)];
    }
}
