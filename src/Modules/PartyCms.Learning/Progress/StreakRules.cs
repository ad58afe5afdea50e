namespace PartyCms.Learning.Progress;

/// <summary>A run of days with a finished lesson (连续学习).</summary>
/// <param name="Current">Length of the run that still stands, grace days included.</param>
/// <param name="RealDays">Days of it on which a lesson was finished.</param>
/// <param name="Best">Longest run ever.</param>
internal sealed record Streak(int Current, int RealDays, int Best)
{
    /// <summary>Missed days that the run spans.</summary>
    public int GraceDays => Current - RealDays;
}

/// <summary>Counts runs (domain 6.4): two missed days a calendar month are forgiven in silence; the third ends the run.</summary>
internal static class StreakRules
{
    public const int GraceDaysPerMonth = 2;

    /// <summary>The streak as of a day, which itself may still be finished and is never a miss.</summary>
    /// <param name="finished">Days whose lesson was finished on the day itself.</param>
    /// <param name="today">The present day.</param>
    /// <param name="isPaused">Days that count neither way: no lesson, leave, illness, or an outage of the service.</param>
    public static Streak Of(IReadOnlySet<DateOnly> finished, DateOnly today, Func<DateOnly, bool> isPaused)
    {
        if (finished.Count == 0)
        {
            return new Streak(0, 0, 0);
        }

        int length = 0, real = 0, best = 0, missed = 0, spent = 0;
        for (var day = finished.Min(); day <= today; day = day.AddDays(1))
        {
            spent = day.Day == 1 ? 0 : spent;
            if (finished.Contains(day))
            {
                // Days missed before count only now that the run goes on.
                length += missed + 1;
                real++;
                missed = 0;
                best = Math.Max(best, length);
            }
            else if (day < today && length > 0 && !isPaused(day))
            {
                if (spent < GraceDaysPerMonth)
                {
                    spent++;
                    missed++;
                }
                else
                {
                    length = real = missed = 0;
                }
            }
        }

        return new Streak(length, real, best);
    }
}
