namespace PartyCms.Kernel.Security;

/// <summary>Permissions that belong to no module.</summary>
public static class KernelPermissions
{
    /// <summary>See jobs, outbox and audit; change settings.</summary>
    public const string Operate = "site.operate";

    /// <summary>Enter the administration.</summary>
    public const string EnterAdministration = "site.enter-administration";

    internal static IReadOnlyList<Permission> All { get; } =
    [
        new(Operate, "运行与设置") { IsSiteWide = true },
        new(EnterAdministration, "进入管理后台", Roles.Secretary, Roles.Reviewer, Roles.Approver),
    ];
}
