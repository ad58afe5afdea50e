namespace PartyCms.Learning.Study;

/// <summary>How minutes become hours.</summary>
internal enum HoursMode
{
    /// <summary>Real minutes are summed, then divided by 60.</summary>
    Accumulate,

    /// <summary>Each item counts by a step table; with short lessons it multiplies the time (domain 2.2.7, V6).</summary>
    StepPerItem,
}

/// <summary>Which time counts as study, for which day (domain 6.2, 2.2.7, V5 to V7).</summary>
internal static class StudyTime
{
    /// <summary>Most minutes a day.</summary>
    public const int DailyCeiling = 8 * 60;

    /// <summary>Seconds between two heartbeats of an open page.</summary>
    public const int HeartbeatSeconds = 20;

    /// <summary>Most that one heartbeat may add: a page that was silent for longer was not being read.</summary>
    public static readonly TimeSpan LongestStretch = TimeSpan.FromSeconds(60);

    private const double SlowReading = 1.5;

    private const double NearlyDone = 0.85;

    private static readonly TimeSpan BeforeMidnight = TimeSpan.FromSeconds(60);

    // Our choice; the rule names no end, and a page left open overnight is not "still finishing".
    private static readonly TimeSpan AfterMidnight = TimeSpan.FromMinutes(10);

    /// <summary>Time one heartbeat adds: what the page says it was visible, never more than the clock allows.</summary>
    public static TimeSpan Stretch(TimeSpan claimed, TimeSpan sinceLast) =>
        Shortest(Shortest(claimed < TimeSpan.Zero ? TimeSpan.Zero : claimed, sinceLast), LongestStretch);

    /// <summary>Minutes of a text that was read with heartbeats: visible time, at most one and a half times the nominal.</summary>
    public static int OfText(TimeSpan active, TimeSpan wallClock, int nominalMinutes) =>
        Minutes(Shortest(Shortest(active, wallClock), TimeSpan.FromMinutes(nominalMinutes * SlowReading)));

    /// <summary>Minutes of a text that was read without JavaScript: the clock between opening and finishing, at most the nominal.</summary>
    public static int WithoutHeartbeats(TimeSpan wallClock, int nominalMinutes) =>
        Minutes(Shortest(wallClock, TimeSpan.FromMinutes(nominalMinutes)));

    /// <summary>What is left of some minutes under the ceiling of the day.</summary>
    public static int UnderCeiling(int minutes, int minutesOfDay) => Math.Clamp(DailyCeiling - minutesOfDay, 0, minutes);

    /// <summary>Whether a heartbeat just before midnight shows the lesson as good as read, so that its day is kept (V7).</summary>
    public static bool HoldsDay(DateTime local, TimeSpan active, int nominalMinutes) =>
        TimeSpan.FromDays(1) - local.TimeOfDay <= BeforeMidnight
        && active >= TimeSpan.FromMinutes(nominalMinutes) * NearlyDone;

    /// <summary>The day a completion counts for: that of its arrival, or the day held just before midnight (V7).</summary>
    public static DateOnly DayOf(DateTime localArrival, DateOnly? held)
    {
        var day = DateOnly.FromDateTime(localArrival);
        return held == day.AddDays(-1) && localArrival.TimeOfDay <= AfterMidnight ? day.AddDays(-1) : day;
    }

    /// <summary>Hours of the minutes of several items, to one decimal.</summary>
    public static decimal Hours(IEnumerable<int> minutesOfItems, HoursMode mode) => decimal.Round(
        mode switch
        {
            HoursMode.Accumulate => minutesOfItems.Sum() / 60m,
            HoursMode.StepPerItem => minutesOfItems.Sum(Step),
        },
        1,
        MidpointRounding.AwayFromZero);

    // A reversal is negative and takes back what its entry gave.
    private static decimal Step(int minutes) => Math.Sign(minutes) * (Math.Abs(minutes) switch
    {
        >= 30 => 1m,
        >= 15 => 0.5m,
        > 0 => 0.25m,
        _ => 0m,
    });

    private static TimeSpan Shortest(TimeSpan one, TimeSpan other) => one < other ? one : other;

    // Whole minutes, rounded; a finished lesson is never nothing.
    private static int Minutes(TimeSpan time) => Math.Max(1, (int)Math.Round(time.TotalMinutes, MidpointRounding.AwayFromZero));
}
