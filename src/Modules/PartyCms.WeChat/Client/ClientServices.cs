using System.Net;
using Microsoft.Extensions.DependencyInjection;
using PartyCms.WeChat.Client.Capabilities;
using PartyCms.WeChat.Client.CustomerMessages;
using PartyCms.WeChat.Client.DataCube;
using PartyCms.WeChat.Client.Diagnostics;
using PartyCms.WeChat.Client.Drafts;
using PartyCms.WeChat.Client.Followers;
using PartyCms.WeChat.Client.JsSdk;
using PartyCms.WeChat.Client.Mass;
using PartyCms.WeChat.Client.Materials;
using PartyCms.WeChat.Client.Menus;
using PartyCms.WeChat.Client.OAuth;
using PartyCms.WeChat.Client.Publishing;
using PartyCms.WeChat.Client.QrCodes;
using PartyCms.WeChat.Client.Subscriptions;
using PartyCms.WeChat.Client.Tags;
using PartyCms.WeChat.Client.Templates;
using PartyCms.WeChat.Client.Tokens;

namespace PartyCms.WeChat.Client;

/// <summary>Registers what calls WeChat. All of it is stateless or shared, so there is one of each.</summary>
internal static class ClientServices
{
    public static IServiceCollection AddWeChatClient(this IServiceCollection services)
    {
        services.AddHttpClient(
                WeChatTransport.HttpClientName,
                client =>
                {
                    // Each call has its own patience.
                    client.Timeout = Timeout.InfiniteTimeSpan;
                    client.MaxResponseContentBufferSize = WeChatTransport.LongestAnswer;
                })

            // The factory's own log lines hold addresses, and a token travels in them.
            .RemoveAllLoggers()
            .UseSocketsHttpHandler((handler, _) =>
            {
                handler.AllowAutoRedirect = false;
                handler.UseCookies = false;
                handler.ActivityHeadersPropagator = null;
                handler.AutomaticDecompression = DecompressionMethods.All;
                handler.ConnectTimeout = TimeSpan.FromSeconds(5);
                handler.PooledConnectionLifetime = TimeSpan.FromMinutes(2);
            });
        services.AddSingleton<WeChatTransport>();
        services.AddSingleton<WeChatRetries>();
        services.AddSingleton<TokenStore>();
        services.AddSingleton<AccessTokens>();
        services.AddSingleton<CapabilityRecord>();
        services.AddSingleton<WeChatApi>();
        services.AddSingleton<ProbeCapabilities>();
        services.AddSingleton<MaterialClient>();
        services.AddSingleton<DraftClient>();
        services.AddSingleton<FreePublishClient>();
        services.AddSingleton<MassClient>();
        services.AddSingleton<MenuClient>();
        services.AddSingleton<FollowerClient>();
        services.AddSingleton<TagClient>();
        services.AddSingleton<QrCodeClient>();
        services.AddSingleton<CustomerMessageClient>();
        services.AddSingleton<TemplateClient>();
        services.AddSingleton<SubscriptionNoticeClient>();
        services.AddSingleton<DataCubeClient>();
        services.AddSingleton<DiagnosticsClient>();
        services.AddSingleton<WebAuthorizationClient>();
        services.AddSingleton<JsSdkTickets>();
        services.AddSingleton<SignPage>();
        return services;
    }
}
