using PartyCms.Learning.Progress;

namespace PartyCms.UnitTests.Learning;

/// <summary>Vectors V8 and V9: two missed days a calendar month are forgiven, the third ends the run.</summary>
public sealed class StreakRulesTests
{
    /// <summary>Finished days of September and October 2026 (days over 30 are October's), today, expected run.</summary>
    public static TheoryData<string, int[], int, int, int, int> Table => new()
    {
        { "V8: 1–5 done, 6 missed, 7 done", [1, 2, 3, 4, 5, 7], 7, 7, 6, 7 },
        { "V9: the third miss of a month restarts at 1", [1, 3, 5, 7], 7, 1, 1, 5 },
        { "no day at all", [], 7, 0, 0, 0 },
        { "today is not missed yet", [5, 6], 7, 2, 2, 2 },
        { "yesterday's miss stands open and is not counted before the run goes on", [4, 5], 7, 2, 2, 2 },
        { "two misses in a row are both forgiven", [1, 2, 5], 5, 5, 3, 5 },
        { "three misses in a row end the run", [1, 2, 6], 6, 1, 1, 2 },
        { "a run that nobody continued is over after the third miss", [1, 2], 7, 0, 0, 2 },
        { "a new month brings two new grace days", [28, 31, 34], 34, 7, 3, 7 },
        { "the best run stays after a break", [1, 2, 3, 4, 8, 9], 9, 2, 2, 4 },
    };

    [Theory]
    [MemberData(nameof(Table))]
    public void A_run_spans_two_missed_days_a_month(string _, int[] finished, int today, int current, int real, int best) =>
        Assert.Equal(
            new Streak(current, real, best), StreakRules.Of(finished.Select(Day).ToHashSet(), Day(today), isPaused: day => false));

    [Fact]
    public void Paused_days_neither_count_nor_break()
    {
        HashSet<DateOnly> finished = [Day(1), Day(2), Day(10)];

        var streak = StreakRules.Of(finished, Day(10), isPaused: day => day > Day(2) && day < Day(10));

        Assert.Equal(new Streak(3, 3, 3), streak);
    }

    private static DateOnly Day(int number) => new DateOnly(2026, 9, 1).AddDays(number - 1);
}
