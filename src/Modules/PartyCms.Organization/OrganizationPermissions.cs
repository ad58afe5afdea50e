using PartyCms.Kernel.Security;

namespace PartyCms.Organization;

internal static class OrganizationPermissions
{
    public const string ViewMembers = "organization.view-members";

    public const string ManageMembers = "organization.manage-members";

    public const string ManageTree = "organization.manage-tree";

    public static IReadOnlyList<Permission> All { get; } =
    [
        new(ViewMembers, "查看党员名册", Roles.Secretary),
        new(ManageMembers, "维护党员名册", Roles.Secretary),
        new(ManageTree, "维护组织树"),
    ];
}
