using PartyCms.Organization.Branches;
using PartyCms.Organization.Contracts;

namespace PartyCms.UnitTests.Organization;

public sealed class BranchGroupsTests
{
    private static readonly BranchInfo Committee = Unit("园区综合党委", OrgUnitKind.ComprehensiveCommittee, null);

    private static readonly BranchInfo Teapots = Unit("茶壶党支部", OrgUnitKind.Branch, Committee.Id, "茶壶有限公司");

    private static readonly BranchInfo Umbrellas = Unit("雨伞党支部", OrgUnitKind.JointBranch, null);

    private static readonly IReadOnlyList<BranchInfo> All = [Committee, Teapots, Umbrellas];

    [Fact]
    public void Branches_stand_under_the_unit_above_them_and_those_without_one_come_first() =>
        Assert.Equal([null, Committee], BranchGroups.Of(All, null).Select(group => group.Above));

    [Fact]
    public void A_unit_above_branches_is_not_listed_as_a_branch() =>
        Assert.DoesNotContain(Committee, BranchGroups.Of(All, "").SelectMany(group => group.Branches));

    [Theory]
    [InlineData("雨伞")]
    [InlineData(" 雨伞 ")]
    public void Words_choose_the_branches_whose_name_holds_them(string words) =>
        Assert.Equal([Umbrellas], BranchGroups.Of(All, words).SelectMany(group => group.Branches));

    [Fact]
    public void Words_may_stand_in_the_hosts_name() =>
        Assert.Equal([Teapots], BranchGroups.Of(All, "有限公司").SelectMany(group => group.Branches));

    private static BranchInfo Unit(string name, OrgUnitKind kind, Guid? parent, string? host = null) => new(
        Guid.CreateVersion7(), name, name, kind, parent, null, host, IsNetworkBranch: false, "");
}
