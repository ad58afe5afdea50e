using Microsoft.Extensions.DependencyInjection;
using PartyCms.Kernel;
using PartyCms.Kernel.Web;
using PartyCms.WeChat.Callback;
using PartyCms.WeChat.Console.AccountDays;
using PartyCms.WeChat.Console.BranchTags;
using PartyCms.WeChat.Console.Connection;
using PartyCms.WeChat.Console.Figures;
using PartyCms.WeChat.Console.Menus;
using PartyCms.WeChat.Conversation.Followers;

namespace PartyCms.WeChat.Console;

/// <summary>The pages on which the account is looked after.</summary>
internal static class ConsoleServices
{
    public static IReadOnlyList<AdminMenuItem> Menu { get; } =
    [
        new("公众号", "微信菜单", "/admin/wechat/menu", "menu-button-wide", ConsolePermissions.Manage, 760),
        new("公众号", "关注统计", "/admin/wechat/followers", "people", ConsolePermissions.SeeFigures, 770),
        new("公众号", "连接检查", "/admin/wechat/connection", "plug", ConsolePermissions.Manage, 790),
    ];

    public static IServiceCollection AddAccountConsole(this IServiceCollection services)
    {
        services.AddScoped<ConnectionReports>();
        services.AddScoped<CheckConnection>();
        services.AddScoped<ReadConnection>();
        services.AddScoped<DomainProofs>();
        services.AddScheduledJob<CheckConnectionDaily>();
        services.AddScoped<IPushHandler, RecordVerification>();
        services.AddScoped<AccountTags>();
        services.AddScoped<MenuDrafts>();
        services.AddScoped<ImportMenu>();
        services.AddScoped<PublishMenus>();
        services.AddScoped<BranchTagBook>();
        services.AddScoped<SyncBranchTags>();
        services.AddEventSubscriber<BranchTagsDue, TagDueFollowers>();
        services.AddScheduledJob<SyncBranchTagsDaily>();
        services.AddScoped<ReadFigures>();
        services.AddScoped<FetchAccountDays>();
        services.AddScoped<ReadAccountDays>();
        services.AddScheduledJob<FetchAccountDaysDaily>();
        return services;
    }
}
