using PartyCms.Kernel.Security;

namespace PartyCms.Contents.Organizing;

internal static class OrganizingPermissions
{
    /// <summary>Change what holds the whole site together: columns, redirects, patterns of addresses.</summary>
    public const string Manage = "contents.organize";

    /// <summary>See which columns want something new.</summary>
    public const string SeeColumns = "contents.see-columns";

    public static IReadOnlyList<Permission> All { get; } =
    [
        new(Manage, "管理栏目和网址") { IsSiteWide = true },
        new(SeeColumns, "查看栏目", Roles.Secretary, Roles.Reviewer),
    ];
}
