using Microsoft.Extensions.DependencyInjection;
using PartyCms.Kernel;
using PartyCms.Kernel.Web;
using PartyCms.WeChat.Articles;
using PartyCms.WeChat.Callback;

namespace PartyCms.WeChat.Delivery;

/// <summary>Registers what brings articles to the account.</summary>
internal static class DeliveryServices
{
    public static IReadOnlyList<AdminMenuItem> Menu { get; } =
        [new("公众号", "微信图文", "/admin/wechat/deliveries", "wechat", DeliveryPermissions.See, 700)];

    public static IServiceCollection AddDelivery(this IServiceCollection services)
    {
        services.AddScoped<ArticleTexts>();
        services.AddScoped<InspectArticle>();
        services.AddScoped<HostPictures>();
        services.AddScoped<ComposeDraft>();
        services.AddScoped<FindMarked>();
        services.AddScoped<UploadPictures>();
        services.AddScoped<PlaceDraft>();
        services.AddScoped<UpdateDraft>();
        services.AddScoped<WatchDraft>();
        services.AddScoped<SubmitPublication>();
        services.AddScoped<FollowPublication>();
        services.AddScoped<SendToAll>();
        services.AddScoped<FollowMassSend>();
        services.AddScoped<RunIssue>();
        services.AddSingleton<AdvanceIssues>();
        services.AddHostedService(provider => provider.GetRequiredService<AdvanceIssues>());
        services.AddScoped<IPushHandler, HearOfJobs>();
        services.AddEventSubscriber<JobEnded, ApplyJobResult>();
        services.AddScoped<IssueDesk>();
        services.AddScoped<ReadMassSends>();
        services.AddScoped<SaveArticle>();
        services.AddScoped<ArrangeIssue>();
        services.AddScoped<ActOnIssue>();
        services.AddScoped<IContentTool, WeChatTool>();
        return services;
    }
}
