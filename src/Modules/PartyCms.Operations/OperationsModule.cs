using PartyCms.Kernel.Modularity;
using PartyCms.Kernel.Security;
using PartyCms.Kernel.Web;

namespace PartyCms.Operations;

/// <summary>What whoever runs the site needs: jobs, outbox, audit, settings.</summary>
public sealed class OperationsModule : CmsModule
{
    /// <inheritdoc />
    public override string Name => "Operations";

    /// <inheritdoc />
    public override IReadOnlyList<AdminMenuItem> AdminMenu =>
    [
        new("系统", "网站设置", "/admin/operations/settings", "gear", KernelPermissions.Operate, 920),
        new("系统", "操作记录", "/admin/operations/audit", "journal-text", KernelPermissions.Operate, 930),
        new("系统", "定时任务", "/admin/operations/jobs", "clock-history", KernelPermissions.Operate, 940),
        new("系统", "后台消息", "/admin/operations/outbox", "envelope", KernelPermissions.Operate, 950),
    ];
}
