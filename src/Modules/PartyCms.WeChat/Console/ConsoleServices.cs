using Microsoft.Extensions.DependencyInjection;
using PartyCms.Kernel;
using PartyCms.Kernel.Web;
using PartyCms.WeChat.Console.Connection;

namespace PartyCms.WeChat.Console;

/// <summary>The pages on which the account is looked after.</summary>
internal static class ConsoleServices
{
    public static IReadOnlyList<AdminMenuItem> Menu { get; } =
    [
        new("公众号", "连接检查", "/admin/wechat/connection", "plug", ConsolePermissions.Manage, 790),
    ];

    public static IServiceCollection AddAccountConsole(this IServiceCollection services)
    {
        services.AddScoped<ConnectionReports>();
        services.AddScoped<CheckConnection>();
        services.AddScoped<ReadConnection>();
        services.AddScheduledJob<CheckConnectionDaily>();
        return services;
    }
}
