using PartyCms.Kernel.Security;

namespace PartyCms.Media;

internal static class MediaPermissions
{
    public const string Upload = "media.upload";

    /// <summary>Deletes a file that content shows. Nobody but administrators from the start.</summary>
    public const string DeleteUsed = "media.delete-used";

    public static IReadOnlyList<Permission> All { get; } =
    [
        new(Upload, "上传和管理图片、文件", Roles.Secretary),
        new(DeleteUsed, "删除正在使用的图片、文件"),
    ];
}
