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

    private static DateTimeOffset At(string text) => DateTimeOffset.Parse(text, CultureInfo.InvariantCulture);
}
