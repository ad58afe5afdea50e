using System.Net;
using PartyCms.Kernel.RateLimits;

namespace PartyCms.UnitTests.RateLimits;

public sealed class WindowCounterTests
{
    private readonly ManualClock _clock = new(new DateTimeOffset(2026, 9, 16, 4, 0, 0, TimeSpan.Zero));

    [Fact]
    public void The_event_after_the_last_allowed_one_is_too_many_until_the_window_ends()
    {
        var counter = new WindowCounter(2, TimeSpan.FromMinutes(1), _clock);

        var states = new[] { counter.Add("a"), counter.Add("a"), counter.Add("a") };
        _clock.Advance(TimeSpan.FromSeconds(60));
        var later = counter.Add("a");

        Assert.Equal([(1, false), (0, false), (0, true)], states.Select(state => (state.Remaining, state.IsExceeded)));
        Assert.Equal((1, false), (later.Remaining, later.IsExceeded));
    }

    [Fact]
    public void Keys_do_not_disturb_each_other()
    {
        var counter = new WindowCounter(1, TimeSpan.FromMinutes(1), _clock);
        counter.Add("a");

        Assert.False(counter.Add("b").IsExceeded);
    }

    [Fact]
    public void Looking_counts_nothing()
    {
        var counter = new WindowCounter(1, TimeSpan.FromMinutes(1), _clock);
        counter.Look("a");

        Assert.False(counter.Add("a").IsExceeded);
        Assert.True(counter.Look("a").IsExceeded);
    }

    [Fact]
    public void The_time_to_wait_is_told_in_whole_seconds()
    {
        var counter = new WindowCounter(1, TimeSpan.FromMinutes(1), _clock);
        counter.Add("a");
        _clock.Advance(TimeSpan.FromSeconds(20.5));

        Assert.Equal(40, counter.Add("a").ResetSeconds);
    }

    [Fact]
    public void Zero_is_no_limit()
    {
        var counter = new WindowCounter(0, TimeSpan.FromMinutes(1), _clock);

        Assert.All(Enumerable.Range(0, 100), _ => Assert.False(counter.Add("a").IsExceeded));
        Assert.Equal(0, counter.Keys);
    }

    [Fact]
    public void A_flood_of_keys_takes_bounded_memory_and_is_limited_as_one()
    {
        var counter = new WindowCounter(5, TimeSpan.FromMinutes(1), _clock);
        for (var i = 0; i < 30_000; i++)
        {
            counter.Add($"key-{i}");
        }

        Assert.InRange(counter.Keys, 1, 20_000);
        Assert.True(counter.Add("newcomer").IsExceeded);

        _clock.Advance(TimeSpan.FromMinutes(2));
        counter.Add("later");

        Assert.Equal(1, counter.Keys);
    }

    [Theory]
    [InlineData("192.0.2.7", "192.0.2.7")]
    [InlineData("::ffff:192.0.2.7", "192.0.2.7")]
    [InlineData("2001:db8:1:2:3:4:5:6", "2001:db8:1:2::/64")]
    public void Addresses_of_one_household_are_one_caller(string address, string counted) =>
        Assert.Equal(counted, CallerAddress.Of(IPAddress.Parse(address)));
}
