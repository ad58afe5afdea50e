using PartyCms.Kernel.Data;
using PartyCms.Kernel.Time;
using PartyCms.Learning.Boards;
using PartyCms.Learning.Lessons;
using PartyCms.Organization.Contracts;

namespace PartyCms.Learning.Study;

/// <summary>What came of finishing a lesson.</summary>
/// <param name="Entry">The ledger's line, of this time or of the first.</param>
/// <param name="IsFirst">Whether this time made the line.</param>
internal sealed record Completion(StudyEntry Entry, bool IsFirst);

/// <summary>
/// Enters a finished lesson into the ledger, once a year for each member and lesson. Any answers complete it; of
/// several attempts the best stays.
/// </summary>
internal sealed class CompleteLesson(CmsDbContext db, IDatabaseProvider provider, BoardPages board, SiteTime time)
{
    public async Task<Completion> RunAsync(
        MemberInfo member, LessonRow lesson, StudyEvidence evidence, GradedQuiz quiz, CancellationToken cancellationToken)
    {
        var day = StudyTime.DayOf(time.ToLocal(time.Now).DateTime, evidence.HeldDay);
        var known = await FindAsync(member.Id, lesson.ContentItemId, day.Year, cancellationToken);
        if (known is null && await TryAddAsync(member, lesson, evidence, quiz, day, cancellationToken) is { } added)
        {
            await board.RefreshAsync([member.Id], cancellationToken);
            return new Completion(added, true);
        }

        known ??= await FindAsync(member.Id, lesson.ContentItemId, day.Year, cancellationToken);
        await KeepBestAsync(known!.Id, quiz, cancellationToken);
        return new Completion(known, false);
    }

    private Task<StudyEntry?> FindAsync(Guid memberId, string contentItemId, int year, CancellationToken cancellationToken) =>
        db.Set<StudyEntry>().AsNoTracking().Include(entry => entry.Quiz).SingleOrDefaultAsync(
            entry => entry.MemberId == memberId && entry.ContentItemId == contentItemId && entry.Year == year
                && entry.ReversesId == null,
            cancellationToken);

    private async Task<StudyEntry?> TryAddAsync(
        MemberInfo member, LessonRow lesson, StudyEvidence evidence, GradedQuiz quiz, DateOnly day, CancellationToken cancellationToken)
    {
        var today = await db.Set<StudyEntry>().Where(entry => entry.MemberId == member.Id && entry.Year == day.Year && entry.Day == day)
            .SumAsync(entry => entry.Minutes, cancellationToken);
        var entry = new StudyEntry
        {
            MemberId = member.Id,
            BranchId = member.BranchId,
            Mode = StudyMode.DailyLesson,
            Title = lesson.Title,
            ContentItemId = lesson.ContentItemId,
            Day = day,
            Year = day.Year,
            Minutes = StudyTime.UnderCeiling(evidence.Minutes, today),
            DayCount = lesson.Day == day ? 1 : 0,
            RecordedUtc = time.Now,
            Quiz = new QuizResult { Right = quiz.Right, Total = quiz.Total },
        };
        db.Add(entry);
        try
        {
            await db.SaveChangesAsync(cancellationToken);
            return entry;
        }
        catch (DbUpdateException exception) when (provider.IsUniqueViolation(exception))
        {
            db.ChangeTracker.Clear();
            return null;
        }
    }

    private Task<int> KeepBestAsync(long entryId, GradedQuiz quiz, CancellationToken cancellationToken)
    {
        var right = quiz.Right;
        return db.Set<QuizResult>().Where(result => result.EntryId == entryId).ExecuteUpdateAsync(
            set => set.SetProperty(result => result.Attempts, result => result.Attempts + 1)
                .SetProperty(result => result.Right, result => result.Right > right ? result.Right : right),
            cancellationToken);
    }
}
