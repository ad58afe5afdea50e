using PartyCms.Kernel.Security;

namespace PartyCms.Accounts.ApiClients;

internal static class ApiClientPermissions
{
    public const string Manage = "accounts.manage-api-clients";

    public static Permission ManageApiClients { get; } = new(Manage, "管理接口客户端") { IsSiteWide = true };
}
