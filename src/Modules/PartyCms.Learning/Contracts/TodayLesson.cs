using PartyCms.Kernel.Data;
using PartyCms.Kernel.Time;
using PartyCms.Learning.Lessons;

namespace PartyCms.Learning.Contracts;

/// <summary>Finds the lesson of today (每日党课) for other modules.</summary>
public sealed class TodayLesson(CmsDbContext db, SiteTime time)
{
    /// <summary>The published lesson of today in the site's zone, or null on a day without one.</summary>
    public async Task<LessonCard?> FindAsync(CancellationToken cancellationToken)
    {
        var today = time.Today;
        var row = await db.Set<LessonRow>().AsNoTracking().SingleOrDefaultAsync(row => row.Day == today, cancellationToken);
        return row?.ToCard();
    }
}
