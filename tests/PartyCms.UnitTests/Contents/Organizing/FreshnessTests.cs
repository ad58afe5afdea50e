using System.Globalization;
using PartyCms.Contents.Organizing.Columns;

namespace PartyCms.UnitTests.Contents.Organizing;

public sealed class FreshnessTests
{
    private static readonly DateOnly Today = new(2026, 9, 16);

    [Theory]
    [InlineData(14, "2026-09-16", "Fresh", "2026-09-30", 0)]
    [InlineData(14, "2026-09-06", "Fresh", "2026-09-20", 0)]
    [InlineData(14, "2026-09-05", "DueSoon", "2026-09-19", 0)]
    [InlineData(14, "2026-09-02", "DueSoon", "2026-09-16", 0)]
    [InlineData(14, "2026-09-01", "Overdue", "2026-09-15", 1)]
    [InlineData(1, "2026-09-16", "Fresh", "2026-09-17", 0)]
    [InlineData(1, "2026-09-15", "DueSoon", "2026-09-16", 0)]
    [InlineData(1, "2026-09-14", "Overdue", "2026-09-15", 1)]
    public void A_column_is_good_for_the_days_of_its_rule_after_its_newest_item(
        int days, string last, string state, string due, int late)
    {
        var freshness = Freshness.Of(days, null, Day("2020-01-01"), Day(last), Today);

        Assert.Equal((state, Day(due), late), (freshness.State.ToString(), freshness.DueOn, freshness.DaysLate));
    }

    [Fact]
    public void An_empty_column_counts_from_the_day_it_was_made()
    {
        Assert.Equal(2, Freshness.Of(14, null, Day("2026-08-31"), null, Today).DaysLate);
    }

    [Fact]
    public void Without_a_rule_nothing_is_ever_late()
    {
        Assert.Equal(FreshnessState.NoRule, Freshness.Of(null, null, Day("2020-01-01"), null, Today).State);
    }

    [Theory]
    [InlineData("2026-09-16", "Paused")]
    [InlineData("2026-09-17", "Paused")]
    [InlineData("2026-09-15", "Fresh")]
    [InlineData("2026-09-01", "Overdue")]
    public void A_rest_lasts_to_its_last_day_and_the_rule_counts_on_from_there(string pausedUntil, string state)
    {
        var freshness = Freshness.Of(14, Day(pausedUntil), Day("2020-01-01"), Day("2026-01-01"), Today);

        Assert.Equal(state, freshness.State.ToString());
    }

    private static DateOnly Day(string text) => DateOnly.ParseExact(text, "yyyy-MM-dd", CultureInfo.InvariantCulture);
}
