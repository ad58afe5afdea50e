namespace PartyCms.Kernel.Security;

/// <summary>Permissions that belong to no module.</summary>
public static class KernelPermissions
{
    /// <summary>See jobs, outbox and audit; change settings.</summary>
    public const string Operate = "site.operate";

    /// <summary>Enter the administration.</summary>
    public const string EnterAdministration = "site.enter-administration";

    /// <summary>Write content of types that no module brings and that belongs to the platform.</summary>
    public const string EditContent = "content.edit";

    /// <summary>Publish and withdraw content of types that no module brings and that belongs to the platform.</summary>
    public const string PublishContent = "content.publish";

    /// <summary>Write content of types that no module brings and that belongs to a branch.</summary>
    public const string EditBranchContent = "content.edit-branch";

    /// <summary>Publish and withdraw content of types that no module brings and that belongs to a branch.</summary>
    public const string PublishBranchContent = "content.publish-branch";

    /// <summary>Make and change content types, parts and fields.</summary>
    public const string DefineContent = "content.define";

    internal static IReadOnlyList<Permission> All { get; } =
    [
        new(Operate, "运行与设置") { IsSiteWide = true },
        new(EnterAdministration, "进入管理后台", Roles.Secretary, Roles.Reviewer, Roles.Approver)
        {
            KnownAs = ["AccessAdminPanel"],
        },
        new(EditContent, "撰写平台的其他内容"),
        new(PublishContent, "发布平台的其他内容"),
        new(EditBranchContent, "撰写支部的其他内容", Roles.Secretary),
        new(PublishBranchContent, "发布支部的其他内容", Roles.Secretary),
        new(DefineContent, "定义内容类型") { IsSiteWide = true, KnownAs = ["EditContentTypes"] },
    ];
}
