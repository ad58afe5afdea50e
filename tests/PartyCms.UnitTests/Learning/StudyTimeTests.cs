using PartyCms.Learning.Study;

namespace PartyCms.UnitTests.Learning;

/// <summary>Vectors V5 to V7 of the domain reference, and the caps of text.</summary>
public sealed class StudyTimeTests
{
    private static readonly DateOnly Eve = new(2026, 9, 15);

    [Fact]
    public void V5_two_hundred_lessons_of_five_minutes_accumulate_to_16_7_hours() =>
        Assert.Equal(16.7m, StudyTime.Hours(Enumerable.Repeat(5, 200), HoursMode.Accumulate));

    [Fact]
    public void V6_the_same_lessons_make_50_hours_by_the_step_table() =>
        Assert.Equal(50.0m, StudyTime.Hours(Enumerable.Repeat(5, 200), HoursMode.StepPerItem));

    [Theory]
    [InlineData(14, 0.3)]
    [InlineData(15, 0.5)]
    [InlineData(29, 0.5)]
    [InlineData(30, 1.0)]
    [InlineData(-30, -1.0)]
    public void A_step_begins_at_15_and_at_30_minutes(int minutes, double hours) =>
        Assert.Equal((decimal)hours, StudyTime.Hours([minutes], HoursMode.StepPerItem));

    [Theory]
    [InlineData("23:59:50", 205, true)]
    [InlineData("23:59:00", 204, true)]
    [InlineData("23:58:59", 240, false)]
    [InlineData("23:59:50", 203, false)]
    public void V7_a_heartbeat_in_the_last_minute_with_85_percent_holds_the_day(string time, int seconds, bool holds) =>
        Assert.Equal(holds, StudyTime.HoldsDay(Eve.ToDateTime(TimeOnly.Parse(time, null)), TimeSpan.FromSeconds(seconds), 4));

    [Fact]
    public void V7_what_arrives_after_midnight_counts_for_the_day_held() =>
        Assert.Equal(Eve, StudyTime.DayOf(Eve.AddDays(1).ToDateTime(new TimeOnly(0, 0, 2)), Eve));

    [Fact]
    public void V7_what_arrives_after_midnight_counts_for_the_new_day_where_none_is_held() =>
        Assert.Equal(Eve.AddDays(1), StudyTime.DayOf(Eve.AddDays(1).ToDateTime(new TimeOnly(0, 0, 2)), null));

    [Theory]
    [InlineData("08:00:00", 1)]
    [InlineData("00:10:00", 0)]
    [InlineData("00:10:01", 1)]
    public void A_held_day_is_given_up_ten_minutes_after_midnight(string time, int daysLater) =>
        Assert.Equal(Eve.AddDays(daysLater), StudyTime.DayOf(Eve.AddDays(1).ToDateTime(TimeOnly.Parse(time, null)), Eve));

    [Theory]
    [InlineData(180, 600, 3)]
    [InlineData(600, 600, 6)]
    [InlineData(600, 120, 2)]
    [InlineData(0, 0, 1)]
    public void Text_counts_visible_time_up_to_one_and_a_half_times_the_nominal(int active, int wall, int minutes) =>
        Assert.Equal(minutes, StudyTime.OfText(TimeSpan.FromSeconds(active), TimeSpan.FromSeconds(wall), nominalMinutes: 4));

    [Theory]
    [InlineData(130, 2)]
    [InlineData(3600, 4)]
    [InlineData(1, 1)]
    public void Without_heartbeats_the_clock_counts_up_to_the_nominal(int wall, int minutes) =>
        Assert.Equal(minutes, StudyTime.WithoutHeartbeats(TimeSpan.FromSeconds(wall), nominalMinutes: 4));

    [Theory]
    [InlineData(20, 20, 20)]
    [InlineData(3600, 20, 20)]
    [InlineData(5, 20, 5)]
    [InlineData(300, 300, 60)]
    [InlineData(-5, 20, 0)]
    public void A_heartbeat_adds_no_more_than_the_clock_allows(int claimed, int elapsed, int added) =>
        Assert.Equal(
            TimeSpan.FromSeconds(added), StudyTime.Stretch(TimeSpan.FromSeconds(claimed), TimeSpan.FromSeconds(elapsed)));

    [Theory]
    [InlineData(5, 0, 5)]
    [InlineData(5, 478, 2)]
    [InlineData(5, 480, 0)]
    [InlineData(5, 600, 0)]
    public void A_day_holds_eight_hours(int minutes, int already, int counted) =>
        Assert.Equal(counted, StudyTime.UnderCeiling(minutes, already));
}
