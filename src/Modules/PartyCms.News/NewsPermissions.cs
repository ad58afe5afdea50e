using PartyCms.Kernel.Security;

namespace PartyCms.News;

internal static class NewsPermissions
{
    public const string EditNews = "news.edit";

    public const string PublishNews = "news.publish";

    public const string EditGuides = "news.edit-guides";

    public const string PublishGuides = "news.publish-guides";

    public const string EditNotices = "news.edit-notices";

    public const string PublishNotices = "news.publish-notices";

    public static IReadOnlyList<Permission> All { get; } =
    [
        new(EditNews, "撰写支部动态", Roles.Secretary),
        new(PublishNews, "发布支部动态", Roles.Secretary),
        new(EditGuides, "撰写党务指南", Roles.Secretary),
        new(PublishGuides, "发布党务指南", Roles.Secretary),
        new(EditNotices, "撰写通知公告", Roles.Secretary),
        new(PublishNotices, "发布通知公告", Roles.Secretary),
    ];
}
