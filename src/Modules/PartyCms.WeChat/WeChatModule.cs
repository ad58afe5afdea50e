using System.Globalization;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;
using PartyCms.Kernel;
using PartyCms.Kernel.Modularity;
using PartyCms.Kernel.Security;
using PartyCms.Kernel.Web;
using PartyCms.WeChat.Callback;
using PartyCms.WeChat.Client;
using PartyCms.WeChat.Console;
using PartyCms.WeChat.Console.Connection;
using PartyCms.WeChat.Conversation;
using PartyCms.WeChat.Crypto;
using PartyCms.WeChat.Delivery;
using PartyCms.WeChat.Members;
using PartyCms.WeChat.Members.Sharing;
using PartyCms.WeChat.Members.SignIn;

namespace PartyCms.WeChat;

/// <summary>The site's account at WeChat (公众号, 服务号): answers followers who write to it.</summary>
public sealed class WeChatModule : CmsModule
{
    /// <inheritdoc />
    public override string Name => "WeChat";

    /// <inheritdoc />
    public override IReadOnlyList<string> Dependencies => ["Accounts", "Disclosure", "Learning", "Media", "Organization", "Search"];

    /// <inheritdoc />
    public override IReadOnlyList<Permission> Permissions =>
        [.. ConversationPermissions.All, .. DeliveryPermissions.All, .. MembersPermissions.All, .. ConsolePermissions.All];

    /// <inheritdoc />
    public override IReadOnlyList<AdminMenuItem> AdminMenu =>
    [
        .. DeliveryServices.Menu,
        new("公众号", "自动回复", "/admin/wechat/keywords", "chat-dots", ConversationPermissions.EditAnswers, 720),
        new("公众号", "支部二维码", "/admin/wechat/cards", "qr-code", MembersPermissions.Invite, 740),
        new("公众号", "消息记录", "/admin/wechat/messages", "chat-left-text", ConversationPermissions.ReadMessages, 730),
        .. ConsoleServices.Menu,
    ];

    /// <inheritdoc />
    public override void AddServices(IServiceCollection services, IConfiguration configuration)
    {
        services.AddOptions<WeChatOptions>().BindConfiguration(WeChatOptions.SectionName).ValidateOnStart();
        services.AddSingleton<IValidateOptions<WeChatOptions>, WeChatOptionsValidator>();
        services.AddSingleton(provider => CreateProtocol(provider.GetRequiredService<IOptions<WeChatOptions>>().Value));
        services.AddSingleton(provider => new ReplayWindow(TimeSpan.FromMinutes(int.Parse(
            provider.GetRequiredService<IOptions<WeChatOptions>>().Value.ReplayMinutes, CultureInfo.InvariantCulture))));
        services.AddSingleton<WriteTurns>();
        services.AddScoped<ReceivePush>();
        services.AddScoped<AnswerPush>();
        services.AddConversation();
        services.AddMembersInWeChat();
        services.AddScheduledJob<ForgetOldPushes>();
        services.AddWeChatClient();
        services.AddAccountConsole();
        services.AddDelivery();
    }

    /// <inheritdoc />
    public override IReadOnlyList<ProblemKind> Problems => [JsConfigEndpoint.Unavailable];

    /// <inheritdoc />
    public override void MapEndpoints(IEndpointRouteBuilder endpoints)
    {
        CallbackEndpoint.Map(endpoints);
        OAuthEndpoints.Map(endpoints);
        JsConfigEndpoint.Map(endpoints);
        DomainProofEndpoint.Map(endpoints);
    }

    private static CallbackProtocol CreateProtocol(WeChatOptions options)
    {
        _ = EncodingAesKey.TryParse(options.PreviousEncodingAesKey, out var previous);
        var crypto = EncodingAesKey.TryParse(options.EncodingAesKey, out var current)
            ? new MessageCrypto(options.AppId, current, previous)
            : null;
        return new CallbackProtocol(options.Token, options.CallbackMode, crypto);
    }
}
