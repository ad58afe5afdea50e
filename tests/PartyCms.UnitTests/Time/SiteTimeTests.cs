using System.Globalization;
using PartyCms.Kernel.Time;

namespace PartyCms.UnitTests.Time;

public sealed class SiteTimeTests
{
    [Theory]
    [InlineData("2026-11-21T20:19:59Z", "2026-11-21T20:20:00Z")]
    [InlineData("2026-11-21T20:20:00Z", "2026-11-22T20:20:00Z")]
    [InlineData("2026-11-22T15:59:59Z", "2026-11-22T20:20:00Z")]
    [InlineData("2026-11-22T16:00:00Z", "2026-11-22T20:20:00Z")]
    public void The_next_twenty_past_four_in_Shanghai_comes_after_an_instant(string after, string next)
    {
        var time = new SiteTime(TimeProvider.System, TimeZoneInfo.FindSystemTimeZoneById("Asia/Shanghai"));

        Assert.Equal(At(next), time.NextAt(new TimeOnly(4, 20), At(after)));
    }

    [Theory]
    [InlineData("0001-01-01", "00:00", "Asia/Shanghai", "0001-01-01T00:00:00Z")]
    [InlineData("9999-12-31", "23:59", "Asia/Shanghai", "9999-12-31T15:59:00Z")]
    [InlineData("9999-12-31", "23:59", "America/New_York", "9999-12-31T23:59:59.9999999Z")]
    public void A_wall_clock_at_the_end_of_the_calendar_shows_the_first_or_last_instant(string day, string clock, string zone, string instant)
    {
        var time = new SiteTime(TimeProvider.System, TimeZoneInfo.FindSystemTimeZoneById(zone));

        Assert.Equal(
            At(instant),
            time.At(DateOnly.Parse(day, CultureInfo.InvariantCulture), TimeOnly.Parse(clock, CultureInfo.InvariantCulture)));
    }

    private static DateTimeOffset At(string text) => DateTimeOffset.Parse(text, CultureInfo.InvariantCulture);
}
