using PartyCms.Learning.Progress;

namespace PartyCms.UnitTests.Learning;

public sealed class RequirementRulesTests
{
    [Theory]
    [InlineData("2020-01-01", 32)]
    [InlineData("2026-01-15", 32)]
    [InlineData("2026-04-10", 24)]
    [InlineData("2026-06-01", 19)]
    [InlineData("2026-12-31", 3)]
    public void V10_who_joins_in_the_year_owes_the_months_left(string joined, double hours) =>
        Assert.Equal((decimal)hours, RequirementRules.Of(isOfficer: false, DateOnly.Parse(joined, null), 2026).Hours);

    [Fact]
    public void V20_a_secretary_with_50_hours_and_a_class_is_6_hours_short()
    {
        var requirement = RequirementRules.Of(isOfficer: true, new DateOnly(2020, 1, 1), 2026);

        Assert.Equal((6.0m, true), (requirement.ShortOf(50), requirement.ClassesMet(1)));
    }

    [Fact]
    public void Hours_above_the_requirement_leave_nothing_short() =>
        Assert.Equal(0, RequirementRules.Of(isOfficer: false, new DateOnly(2020, 1, 1), 2026).ShortOf(40));
}
