using PartyCms.Disclosure;
using PartyCms.Disclosure.Approval;

namespace PartyCms.UnitTests.Disclosure;

public sealed class ApprovalProcedureTests
{
    public static TheoryData<string, string, string?> Table()
    {
        var table = new TheoryData<string, string, string?>();
        foreach (var state in Enum.GetValues<ApprovalState>())
        {
            foreach (var act in Enum.GetValues<ApprovalAct>())
            {
                var next = (state, act) switch
                {
                    (ApprovalState.Draft, ApprovalAct.Propose) => "Proposed",
                    (ApprovalState.Proposed, ApprovalAct.Review) => "Reviewed",
                    (ApprovalState.Reviewed, ApprovalAct.Approve) => "Approved",
                    (ApprovalState.Approved, ApprovalAct.Publish) => "Published",
                    (ApprovalState.Published, _) => null,
                    (_, ApprovalAct.PublishDirectly) => "Published",
                    (not ApprovalState.Draft, ApprovalAct.Return) => "Draft",
                    _ => null,
                };
                table.Add(state.ToString(), act.ToString(), next);
            }
        }

        return table;
    }

    [Theory]
    [MemberData(nameof(Table))]
    public void Each_step_leads_where_the_table_says(string state, string act, string? next) =>
        Assert.Equal(next, ApprovalProcedure.Next(Enum.Parse<ApprovalState>(state), Enum.Parse<ApprovalAct>(act))?.ToString());

    [Theory]
    [InlineData("Draft", "Propose", DisclosurePermissions.Edit)]
    [InlineData("Proposed", "Review", DisclosurePermissions.Review)]
    [InlineData("Proposed", "Return", DisclosurePermissions.Review)]
    [InlineData("Reviewed", "Approve", DisclosurePermissions.Approve)]
    [InlineData("Reviewed", "Return", DisclosurePermissions.Approve)]
    [InlineData("Approved", "Return", DisclosurePermissions.Approve)]
    [InlineData("Approved", "Publish", DisclosurePermissions.Edit)]
    [InlineData("Draft", "PublishDirectly", DisclosurePermissions.Publish)]
    public void Each_step_asks_for_its_permission(string state, string act, string permission) =>
        Assert.Equal(
            permission, ApprovalProcedure.PermissionFor(Enum.Parse<ApprovalState>(state), Enum.Parse<ApprovalAct>(act)));

    [Theory]
    [InlineData("Review", "writer", true)]
    [InlineData("Review", "other", false)]
    [InlineData("Approve", "writer", true)]
    [InlineData("Approve", "reviewer", true)]
    [InlineData("Approve", "other", false)]
    [InlineData("Publish", "writer", false)]
    public void Nobody_judges_own_work(string act, string actor, bool isOwn) =>
        Assert.Equal(isOwn, ApprovalProcedure.IsOwnWork(Enum.Parse<ApprovalAct>(act), actor, "writer", "reviewer"));
}
