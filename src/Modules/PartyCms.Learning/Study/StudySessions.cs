using PartyCms.Kernel.Data;
using PartyCms.Kernel.Time;
using PartyCms.Learning.Lessons;

namespace PartyCms.Learning.Study;

/// <summary>Starts sessions and takes their heartbeats.</summary>
internal sealed class StudySessions(CmsDbContext db, IDatabaseProvider provider, SiteTime time)
{
    /// <summary>Opens a session; the member's session of another page or device stops counting.</summary>
    public async Task<StudySession> StartAsync(Guid memberId, string contentItemId, CancellationToken cancellationToken)
    {
        while (true)
        {
            var session = StudySession.Start(memberId, contentItemId, time.Now);
            await using var transaction = await db.Database.BeginTransactionAsync(cancellationToken);
            await db.Set<StudySession>().Where(other => other.MemberId == memberId && other.IsActive)
                .ExecuteUpdateAsync(set => set.SetProperty(other => other.IsActive, false), cancellationToken);
            db.Add(session);
            try
            {
                await db.SaveChangesAsync(cancellationToken);
                await transaction.CommitAsync(cancellationToken);
                return session;
            }
            catch (DbUpdateException exception) when (provider.IsUniqueViolation(exception))
            {
                // Two pages opened in the same instant: the other one was first, so this one is the newest. Again.
                db.ChangeTracker.Clear();
            }
        }
    }

    /// <summary>A session of this member, or null; a foreign one is not there.</summary>
    public Task<StudySession?> FindAsync(Guid id, Guid memberId, CancellationToken cancellationToken) =>
        db.Set<StudySession>().AsNoTracking()
            .SingleOrDefaultAsync(session => session.Id == id && session.MemberId == memberId, cancellationToken);

    /// <summary>Adds the stretch of one heartbeat; a repeated one changes nothing. Returns the seconds so far.</summary>
    public async Task<int> BeatAsync(
        StudySession session, int? sequence, TimeSpan? claimed, LessonRow lesson, CancellationToken cancellationToken)
    {
        var now = time.Now;
        var next = sequence ?? session.Sequence + 1;
        if (next <= session.Sequence)
        {
            return session.ActiveSeconds;
        }

        var since = now - session.LastSeenUtc;
        var seconds = session.ActiveSeconds + (int)StudyTime.Stretch(claimed ?? since, since).TotalSeconds;
        var local = time.ToLocal(now).DateTime;
        var held = StudyTime.HoldsDay(local, TimeSpan.FromSeconds(seconds), lesson.Minutes)
            ? DateOnly.FromDateTime(local)
            : session.HeldDay;

        // Compared and set in one statement: of two calls with the same number one wins.
        var won = await db.Set<StudySession>().Where(row => row.Id == session.Id && row.Sequence == session.Sequence)
            .ExecuteUpdateAsync(
                set => set.SetProperty(row => row.Sequence, next).SetProperty(row => row.ActiveSeconds, seconds)
                    .SetProperty(row => row.LastSeenUtc, now).SetProperty(row => row.HeldDay, held),
                cancellationToken) == 1;
        return won ? seconds : session.ActiveSeconds;
    }
}
