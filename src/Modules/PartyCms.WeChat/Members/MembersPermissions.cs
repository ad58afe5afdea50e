using PartyCms.Kernel.Security;

namespace PartyCms.WeChat.Members;

internal static class MembersPermissions
{
    /// <summary>Invite the members of a branch, and print its card.</summary>
    public const string Invite = "wechat.invite-members";

    public static IReadOnlyList<Permission> All { get; } =
    [
        new(Invite, "邀请党员绑定微信、打印支部二维码", Roles.Secretary),
    ];
}
