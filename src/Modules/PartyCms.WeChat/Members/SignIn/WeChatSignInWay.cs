using System.Text.RegularExpressions;
using Microsoft.Extensions.Options;
using PartyCms.Accounts.Contracts;

namespace PartyCms.WeChat.Members.SignIn;

/// <summary>Offers the way through WeChat to whoever looks from there.</summary>
internal sealed partial class WeChatSignInWay(IOptions<WeChatOptions> options) : ISignInWay
{
    public SignInLink? For(HttpRequest request, string returnPath) =>
        options.Value.CanRecognizeMembers && IsWeChat(request)
            ? new SignInLink("用微信登录", $"/wechat/oauth?return={Uri.EscapeDataString(returnPath)}")
            : null;

    /// <summary>WeChat on a phone or a desk; not WeCom, which says that it is WeChat too.</summary>
    public static bool IsWeChat(HttpRequest request) =>
        request.Headers.UserAgent.ToString() is var agent && WeChat().IsMatch(agent) && !WeCom().IsMatch(agent);

    [GeneratedRegex("MicroMessenger", RegexOptions.IgnoreCase)]
    private static partial Regex WeChat();

    [GeneratedRegex("wxwork", RegexOptions.IgnoreCase)]
    private static partial Regex WeCom();
}
