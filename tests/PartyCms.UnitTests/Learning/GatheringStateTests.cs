using PartyCms.Learning.CheckIns;
using PartyCms.Learning.Study;

namespace PartyCms.UnitTests.Learning;

public sealed class GatheringStateTests
{
    private static readonly DateTimeOffset Begin = new(2026, 9, 16, 11, 0, 0, TimeSpan.Zero);

    [Theory]
    [InlineData(-31, GatheringState.Planned)]
    [InlineData(-30, GatheringState.Open)]
    [InlineData(0, GatheringState.Open)]
    [InlineData(120, GatheringState.Open)]
    [InlineData(121, GatheringState.Over)]
    public void Checking_in_is_open_from_half_an_hour_before_to_half_an_hour_after(int minutes, object state) =>
        Assert.Equal(state, Gathering().StateAt(Begin.AddMinutes(minutes)));

    [Fact]
    public void A_confirmed_one_is_closed_at_any_time()
    {
        var gathering = Gathering();
        gathering.ConfirmedUtc = Begin.AddMinutes(20);

        Assert.Equal(GatheringState.Confirmed, gathering.StateAt(Begin.AddMinutes(21)));
    }

    [Theory]
    [InlineData(-30)]
    [InlineData(0)]
    [InlineData(510)]
    public void The_longest_gathering_is_looked_for_as_long_as_it_is_open(int minutes)
    {
        var gathering = Gathering(StudyTime.DailyCeiling);
        var (from, to) = GatheringStates.BeginsOfOpen(Begin.AddMinutes(minutes));

        Assert.Equal(GatheringState.Open, gathering.StateAt(Begin.AddMinutes(minutes)));
        Assert.InRange(gathering.HeldUtc, from, to);
    }

    private static Gathering Gathering(int minutes = 90) => new()
    {
        OrgUnitId = new Guid("22222222-2222-2222-2222-222222222222"),
        Mode = StudyMode.ThemeDay,
        Title = "主题党日",
        HeldUtc = Begin,
        Minutes = minutes,
        ProtectedKey = "",
    };
}
