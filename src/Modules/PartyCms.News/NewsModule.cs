using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using PartyCms.Kernel.Content;
using PartyCms.Kernel.Modularity;
using PartyCms.Kernel.Security;
using PartyCms.Kernel.Web;
using PartyCms.News.Articles;

namespace PartyCms.News;

/// <summary>Branch news (支部动态), guides (党务指南) and notices (通知公告).</summary>
public sealed class NewsModule : CmsModule
{
    /// <inheritdoc />
    public override string Name => "News";

    /// <inheritdoc />
    public override IReadOnlyList<string> Dependencies => ["Organization", "Contents"];

    /// <inheritdoc />
    public override IReadOnlyList<Permission> Permissions => NewsPermissions.All;

    /// <inheritdoc />
    public override IReadOnlyList<ContentType> ContentTypes =>
    [
        new(ArticleTypes.News, "支部动态", "news", NewsPermissions.EditNews, NewsPermissions.PublishNews, NeedsBranch: true),
        new(ArticleTypes.Guide, "党务指南", "guides", NewsPermissions.EditGuides, NewsPermissions.PublishGuides, NeedsBranch: false),
        new(ArticleTypes.Notice, "通知公告", "notices", NewsPermissions.EditNotices, NewsPermissions.PublishNotices, NeedsBranch: false),
    ];

    /// <inheritdoc />
    public override IReadOnlyList<AdminMenuItem> AdminMenu =>
    [
        new("内容", "支部动态", "/admin/content?type=BranchNews", "newspaper", NewsPermissions.EditNews, 100),
        new("内容", "党务指南", "/admin/content?type=Guide", "signpost-split", NewsPermissions.EditGuides, 120),
        new("内容", "通知公告", "/admin/content?type=Notice", "megaphone", NewsPermissions.EditNotices, 130),
    ];

    /// <inheritdoc />
    public override void AddServices(IServiceCollection services, IConfiguration configuration)
    {
        foreach (var kind in ArticleKind.All)
        {
            services.AddScoped<IMicrositeSection>(provider =>
                ActivatorUtilities.CreateInstance<LatestArticlesSection>(provider, kind));
        }
    }
}
