using PartyCms.Learning.Progress;

namespace PartyCms.UnitTests.Learning;

public sealed class CreditRulesTests
{
    [Theory]
    [InlineData(0, 0, 0, 0, 0, 0)]
    [InlineData(60, 60, 2, 1, 1.5, 2)]
    [InlineData(1000, 0, 0, 16.7, 0, 0)]
    [InlineData(6000, 6000, 99, 30, 30, 10)]
    [InlineData(-60, 0, 0, 0, 0, 0)]
    public void Each_category_has_its_rate_and_its_ceiling(
        int distanceMinutes, int intensiveMinutes, int bonus, double distance, double intensive, double bonusCredits) =>
        Assert.Equal(
            new Credits((decimal)distance, (decimal)intensive, (decimal)bonusCredits),
            CreditRules.Of(distanceMinutes, intensiveMinutes, bonus));

    [Fact]
    public void Categories_add_up() => Assert.Equal(4.5m, CreditRules.Of(60, 60, 2).Total);
}
