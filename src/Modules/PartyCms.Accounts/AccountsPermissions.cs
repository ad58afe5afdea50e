using PartyCms.Kernel.Security;

namespace PartyCms.Accounts;

internal static class AccountsPermissions
{
    public const string Manage = "accounts.manage";

    public static IReadOnlyList<Permission> All { get; } = [new(Manage, "管理账号与角色") { IsSiteWide = true }];
}
