using PartyCms.Learning.Lessons;

namespace PartyCms.Learning.Study;

/// <summary>What shows that somebody read a lesson.</summary>
/// <param name="Minutes">Minutes it is worth, before the ceiling of the day.</param>
/// <param name="HeldDay">The day held by a heartbeat just before midnight.</param>
internal sealed record StudyEvidence(int Minutes, DateOnly? HeldDay)
{
    /// <summary>A page that sent heartbeats; the time since the last one counts as one more.</summary>
    public static StudyEvidence Of(StudySession session, LessonRow lesson, DateTimeOffset now)
    {
        var since = now - session.LastSeenUtc;
        var last = StudyTime.Stretch(TimeSpan.FromSeconds(StudyTime.HeartbeatSeconds * 1.5), since);
        return new StudyEvidence(StudyTime.OfText(session.Active + last, now - session.StartedUtc, lesson.Minutes), session.HeldDay);
    }

    /// <summary>A page without JavaScript.</summary>
    public static StudyEvidence Of(TimeSpan sinceOpened, LessonRow lesson) =>
        new(StudyTime.WithoutHeartbeats(sinceOpened, lesson.Minutes), null);
}
