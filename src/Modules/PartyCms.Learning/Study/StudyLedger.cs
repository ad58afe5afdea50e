using PartyCms.Kernel.Data;

namespace PartyCms.Learning.Study;

/// <summary>Reads one member's study.</summary>
internal sealed class StudyLedger(CmsDbContext db)
{
    /// <summary>All lines of a year, newest first.</summary>
    public async Task<IReadOnlyList<StudyEntry>> ListAsync(Guid memberId, int year, CancellationToken cancellationToken) =>
        await db.Set<StudyEntry>().AsNoTracking().Include(entry => entry.Quiz)
            .Where(entry => entry.MemberId == memberId && entry.Year == year)
            .OrderByDescending(entry => entry.Day).ThenByDescending(entry => entry.Id).ToListAsync(cancellationToken);

    /// <summary>Years with lines, newest first.</summary>
    public async Task<IReadOnlyList<int>> YearsAsync(Guid memberId, CancellationToken cancellationToken) =>
        await db.Set<StudyEntry>().Where(entry => entry.MemberId == memberId).Select(entry => entry.Year).Distinct()
            .OrderDescending().ToListAsync(cancellationToken);

    /// <summary>The line of a lesson in a year that was not taken back, or null.</summary>
    public Task<StudyEntry?> FindAsync(Guid memberId, string contentItemId, int year, CancellationToken cancellationToken) =>
        db.Set<StudyEntry>().AsNoTracking().Include(entry => entry.Quiz).SingleOrDefaultAsync(
            entry => entry.MemberId == memberId && entry.ContentItemId == contentItemId && entry.Year == year
                && entry.ReversesId == null && !db.Set<StudyEntry>().Any(other => other.ReversesId == entry.Id),
            cancellationToken);

    /// <summary>Ids of the lessons finished in any year; none for a visitor.</summary>
    public async Task<IReadOnlySet<string>> FinishedAsync(Guid? memberId, CancellationToken cancellationToken) =>
        memberId is null
            ? new HashSet<string>()
            : await db.Set<StudyEntry>().Where(entry => entry.MemberId == memberId && entry.ContentItemId != null)
                .GroupBy(entry => entry.ContentItemId!).Where(lines => lines.Sum(entry => entry.ReversesId == null ? 1 : -1) > 0)
                .Select(lines => lines.Key).ToHashSetAsync(cancellationToken);

    /// <summary>Whether the lesson of the day was finished on a day.</summary>
    public async Task<bool> HasDayAsync(Guid memberId, DateOnly day, CancellationToken cancellationToken) =>
        await db.Set<StudyEntry>().Where(entry => entry.MemberId == memberId && entry.Day == day)
            .SumAsync(entry => entry.DayCount, cancellationToken) > 0;

    /// <summary>Days on which the lesson of the day was finished.</summary>
    public async Task<IReadOnlySet<DateOnly>> DaysAsync(Guid memberId, CancellationToken cancellationToken) =>
        await db.Set<StudyEntry>().Where(entry => entry.MemberId == memberId && entry.DayCount != 0)
            .GroupBy(entry => entry.Day).Where(lines => lines.Sum(entry => entry.DayCount) > 0)
            .Select(lines => lines.Key).ToHashSetAsync(cancellationToken);
}
