using PartyCms.Kernel.Security;

namespace PartyCms.Disclosure;

/// <summary>
/// Nobody but an administrator publishes directly: everybody else goes through proposal, review and approval
/// (domain 2.1.4).
/// </summary>
internal static class DisclosurePermissions
{
    public const string Edit = "disclosure.edit";

    public const string Review = "disclosure.review";

    public const string Approve = "disclosure.approve";

    public const string Publish = "disclosure.publish";

    public const string TakePart = "disclosure.take-part";

    public static IReadOnlyList<Permission> All { get; } =
    [
        new(Edit, "撰写和提出党务公开", Roles.Secretary),
        new(Review, "审核党务公开", Roles.Reviewer),
        new(Approve, "审批党务公开", Roles.Approver),
        new(Publish, "不经审批直接发布党务公开"),
        new(TakePart, "进入党务公开审批", Roles.Secretary, Roles.Reviewer, Roles.Approver),
    ];
}
