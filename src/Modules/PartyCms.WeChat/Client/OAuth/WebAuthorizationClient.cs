using Microsoft.Extensions.Options;
using PartyCms.WeChat.Client.Errors;

namespace PartyCms.WeChat.Client.OAuth;

/// <summary>
/// 网页授权: lets a page learn who reads it. Only verified service accounts may. None of these calls carries the account's
/// token.
/// </summary>
internal sealed class WebAuthorizationClient(WeChatTransport transport, WeChatRetries retries, IOptions<WeChatOptions> options)
{
    /// <summary>Where to send the reader. The order of the parameters and the fragment are WeChat's.</summary>
    /// <param name="returnTo">A page of the domain that is registered at WeChat; <c>code</c> and <c>state</c> are added to it.</param>
    /// <param name="state">Letters and digits, at most 128; comes back unchanged.</param>
    /// <param name="withProfile">
    /// Whether the reader is asked for name and picture. Without, nothing is asked and only the OpenId comes back.
    /// </param>
    public Uri AddressFor(Uri returnTo, string state, bool withProfile) => new(
        $"{options.Value.OpenBase.TrimEnd('/')}/connect/oauth2/authorize?appid={options.Value.AppId}"
        + $"&redirect_uri={Uri.EscapeDataString(returnTo.AbsoluteUri)}&response_type=code"
        + $"&scope={(withProfile ? "snsapi_userinfo" : "snsapi_base")}&state={state}#wechat_redirect");

    /// <summary>
    /// Exchanges the code of a reader who has come back. A code works once and for five minutes: 40163 means that it was
    /// used, 40029 and 42003 that it is not valid. Never repeated.
    /// </summary>
    public async Task<WeChatResult<WebGrant>> ExchangeAsync(string code, CancellationToken cancellationToken)
    {
        var account = options.Value;
        if (!account.HasApi)
        {
            return WeChatError.NotConfigured;
        }

        var call = ApiCall.Get(
            "/sns/oauth2/access_token",
            new("appid", account.AppId),
            new("secret", account.AppSecret),
            new("code", code),
            new("grant_type", "authorization_code"));
        return Personal(await transport.SendAsync(call, null, cancellationToken)).As<WebGrant>();
    }

    /// <summary>A new token of the person for two hours, within 30 days of the grant.</summary>
    public async Task<WeChatResult<WebGrant>> RefreshAsync(string refreshToken, CancellationToken cancellationToken) =>
        (await SendAsync(
            ApiCall.Get(
                "/sns/oauth2/refresh_token",
                new("appid", options.Value.AppId),
                new("grant_type", "refresh_token"),
                new("refresh_token", refreshToken)),
            null,
            cancellationToken)).As<WebGrant>();

    /// <summary>Name and picture, where the person agreed to it.</summary>
    public async Task<WeChatResult<WebProfile>> GetProfileAsync(WebGrant grant, CancellationToken cancellationToken) =>
        (await SendAsync(
            ApiCall.Get("/sns/userinfo", new("openid", grant.OpenId), new("lang", "zh_CN")), grant.AccessToken, cancellationToken))
        .As<WebProfile>();

    /// <summary>Whether the token of the person still works.</summary>
    public async Task<WeChatResult<Acknowledged>> CheckAsync(WebGrant grant, CancellationToken cancellationToken) =>
        (await SendAsync(
            ApiCall.Get("/sns/auth", new KeyValuePair<string, string>("openid", grant.OpenId)), grant.AccessToken, cancellationToken))
        .AsAcknowledged();

    // A dead token is the person's here: a new one of the account would not help.
    private static WeChatAnswer Personal(WeChatAnswer answer) => answer.Error is { Class: ErrorClass.Token } error
        ? answer with { Error = error with { Class = ErrorClass.Authorization } }
        : answer;

    private async Task<WeChatAnswer> SendAsync(ApiCall call, string? token, CancellationToken cancellationToken) => Personal(
        await retries.RunAsync(
            attempt => new ValueTask<WeChatAnswer>(transport.SendAsync(call, token, attempt)), cancellationToken));
}
