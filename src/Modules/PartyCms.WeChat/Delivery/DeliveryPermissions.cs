using PartyCms.Kernel.Security;

namespace PartyCms.WeChat.Delivery;

/// <summary>
/// Whoever writes for a branch brings articles to the account and publishes them; what is pushed to all followers takes a
/// second person.
/// </summary>
internal static class DeliveryPermissions
{
    public const string See = "wechat.see-issues";

    public const string Deliver = "wechat.deliver";

    public const string Publish = "wechat.publish";

    public const string MassSend = "wechat.mass-send";

    public static IReadOnlyList<Permission> All { get; } =
    [
        new(See, "查看微信图文", Roles.Secretary, Roles.Approver),
        new(Deliver, "把文章送到公众号草稿箱", Roles.Secretary),
        new(Publish, "在公众号发表", Roles.Secretary),
        new(MassSend, "申请和确认公众号群发", Roles.Secretary, Roles.Approver),
    ];
}
