using PartyCms.WeChat.Members.Binding;

namespace PartyCms.UnitTests.WeChat.Members;

public sealed class BindingThrottleTests
{
    private readonly ManualClock _clock = new(new DateTimeOffset(2026, 9, 16, 4, 0, 0, TimeSpan.Zero));

    [Fact]
    public void A_person_tries_five_times_an_hour()
    {
        var throttle = new BindingThrottle(_clock);
        Fail(throttle, BindingThrottle.PersonPerHour, i => new("o1", "n1", $"甲{i}"));

        Assert.False(throttle.Admits(new("o1", "n2", "乙")));
        Assert.True(throttle.Admits(new("o2", "n2", "乙")));

        _clock.Advance(TimeSpan.FromHours(1));
        Assert.True(throttle.Admits(new("o1", "n2", "乙")));
    }

    [Fact]
    public void A_name_is_tried_ten_times_a_day_whoever_tries()
    {
        var throttle = new BindingThrottle(_clock);
        Fail(throttle, BindingThrottle.NamePerDay, i => new($"o{i}", $"n{i}", "甲"));

        _clock.Advance(TimeSpan.FromHours(2));

        Assert.False(throttle.Admits(new("oNew", "nNew", "甲")));
        Assert.True(throttle.Admits(new("oNew", "nNew", Name: null)));
    }

    private static void Fail(BindingThrottle throttle, int times, Func<int, BindingAttempt> attempt)
    {
        for (var i = 0; i < times; i++)
        {
            throttle.Fail(attempt(i));
        }
    }
}
