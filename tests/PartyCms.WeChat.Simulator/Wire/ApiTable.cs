using PartyCms.WeChat.Simulator.Accounts;
using PartyCms.WeChat.Simulator.Chats;
using PartyCms.WeChat.Simulator.Drafts;
using PartyCms.WeChat.Simulator.Figures;
using PartyCms.WeChat.Simulator.Followers;
using PartyCms.WeChat.Simulator.MassSending;
using PartyCms.WeChat.Simulator.Materials;
using PartyCms.WeChat.Simulator.Menus;
using PartyCms.WeChat.Simulator.Notices;
using PartyCms.WeChat.Simulator.OAuth;
using PartyCms.WeChat.Simulator.Publishing;
using PartyCms.WeChat.Simulator.Pushing;
using PartyCms.WeChat.Simulator.QrCodes;
using PartyCms.WeChat.Simulator.Tokens;

namespace PartyCms.WeChat.Simulator.Wire;

/// <summary>All APIs that there are.</summary>
internal static class ApiTable
{
    public static IReadOnlyList<ApiRoute> All { get; } =
    [
        .. TokenApi.Routes,
        .. QuotaApi.Routes,
        .. MaterialApi.Routes,
        .. DraftApi.Routes,
        .. FreePublishApi.Routes,
        .. MassSendApi.Routes,
        .. MenuApi.Routes,
        .. FollowerApi.Routes,
        .. TagApi.Routes,
        .. DataCubeApi.Routes,
        .. QrCodeApi.Routes,
        .. CustomerMessageApi.Routes,
        .. TemplateApi.Routes,
        .. SubscriptionApi.Routes,
        .. TicketApi.Routes,
        .. CallbackApi.Routes,
        .. OAuthApi.Routes,
    ];

    private static readonly Dictionary<string, ApiRoute> ByPath =
        All.ToDictionary(route => route.Path, StringComparer.Ordinal);

    public static ApiRoute? Find(string path) => ByPath.GetValueOrDefault(path);
}
