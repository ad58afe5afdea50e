using PartyCms.Kernel.Security;

namespace PartyCms.Media;

internal static class MediaPermissions
{
    public const string Upload = "media.upload";

    public static IReadOnlyList<Permission> All { get; } = [new(Upload, "上传和管理图片、文件", Roles.Secretary)];
}
