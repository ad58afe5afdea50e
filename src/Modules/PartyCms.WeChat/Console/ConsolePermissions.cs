using PartyCms.Kernel.Security;

namespace PartyCms.WeChat.Console;

/// <summary>The account belongs to the whole site, so whoever changes it does so for everybody.</summary>
internal static class ConsolePermissions
{
    public const string Manage = "wechat.manage-account";

    public const string SeeFigures = "wechat.see-figures";

    public static IReadOnlyList<Permission> All { get; } =
    [
        new(Manage, "管理公众号连接和菜单") { IsSiteWide = true },
        new(SeeFigures, "查看公众号关注和统计", Roles.Secretary),
    ];
}
