using PartyCms.Kernel.Security;

namespace PartyCms.Webhooks;

internal static class WebhookPermissions
{
    /// <summary>Subscribe by API to the events of one's own scope.</summary>
    public const string Use = "webhooks.use";

    /// <summary>See and change subscriptions in the administration, within one's scope.</summary>
    public const string Manage = "webhooks.manage";

    public static IReadOnlyList<Permission> All { get; } =
    [
        new(Use, "用接口订阅事件推送", Roles.Secretary),
        new(Manage, "管理事件推送"),
    ];
}
