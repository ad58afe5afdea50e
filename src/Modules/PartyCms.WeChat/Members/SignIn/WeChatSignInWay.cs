using Microsoft.Extensions.Options;
using PartyCms.Accounts.Contracts;

namespace PartyCms.WeChat.Members.SignIn;

/// <summary>Offers the way through WeChat to whoever looks from there.</summary>
internal sealed class WeChatSignInWay(IOptions<WeChatOptions> options) : ISignInWay
{
    public SignInLink? For(HttpRequest request, string returnPath) =>
        options.Value.CanRecognizeMembers && IsWeChat(request)
            ? new SignInLink("用微信登录", OAuthEndpoints.AddressFor(returnPath))
            : null;

    /// <summary>WeChat on a phone or a desk; not WeCom, which says that it is WeChat too.</summary>
    private static bool IsWeChat(HttpRequest request) => request.Headers.UserAgent.ToString() is var agent
        && agent.Contains("MicroMessenger", StringComparison.OrdinalIgnoreCase)
        && !agent.Contains("wxwork", StringComparison.OrdinalIgnoreCase);
}
