using PartyCms.Kernel.Web;

namespace PartyCms.Webhooks.Subscriptions;

internal static class WebhookProblems
{
    public static ProblemKind TooMany { get; } = new(
        "too-many-webhooks", StatusCodes.Status409Conflict, "Too many webhooks",
        "全站的推送订阅已经到了上限。", "删除不用的订阅，再新建。");

    public static ProblemKind SwitchedOff { get; } = new(
        "webhook-switched-off", StatusCodes.Status409Conflict, "The webhook is switched off",
        "这个订阅因为对方一直收不到而停了，停着的时候不推送。", "修好接收方，用测试推送确认，再重新启用。");

    public static IReadOnlyList<ProblemKind> All { get; } = [TooMany, SwitchedOff];
}
