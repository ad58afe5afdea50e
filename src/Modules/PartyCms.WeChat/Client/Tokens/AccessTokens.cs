using Microsoft.Extensions.Options;
using PartyCms.WeChat.Client.Errors;

namespace PartyCms.WeChat.Client.Tokens;

/// <summary>
/// The account's access token. It is fetched as a stable one: asking again gives the same with the time it still lives, so
/// that nobody takes anybody's token away, not even a second site of the same account.
/// </summary>
internal sealed class AccessTokens : IDisposable
{
    private readonly WeChatTransport _transport;
    private readonly WeChatOptions _options;
    private readonly SharedToken _shared;

    public AccessTokens(WeChatTransport transport, TokenStore store, IOptions<WeChatOptions> options, TimeProvider clock)
    {
        _transport = transport;
        _options = options.Value;
        _shared = new SharedToken(TokenKind.Access, store, clock, FetchAsync);
    }

    /// <summary>The token to use now.</summary>
    public async Task<WeChatResult<string>> GetAsync(CancellationToken cancellationToken) =>
        _options.HasApi ? await _shared.GetAsync(cancellationToken) : WeChatError.NotConfigured;

    /// <inheritdoc cref="SharedToken.RenewAsync" />
    public Task<WeChatResult<string>> RenewAsync(string failed, CancellationToken cancellationToken) =>
        _shared.RenewAsync(failed, cancellationToken);

    /// <inheritdoc cref="SharedToken.ForceAsync" />
    public Task<WeChatResult<string>> ForceAsync(string failed, CancellationToken cancellationToken) =>
        _shared.ForceAsync(failed, cancellationToken);

    public void Dispose() => _shared.Dispose();

    /// <summary>Where tokens come from, 40001 means a wrong secret and is no reason to fetch a new token.</summary>
    public static WeChatError Judge(WeChatError error) =>
        error.Class == ErrorClass.Token ? error with { Class = ErrorClass.Configuration } : error;

    private async Task<WeChatResult<IssuedToken>> FetchAsync(bool force, CancellationToken cancellationToken)
    {
        var query = new StableTokenQuery(_options.AppId, _options.AppSecret, force ? true : null);
        var answer = await _transport.SendAsync(ApiCall.Post("/cgi-bin/stable_token", query), null, cancellationToken);
        if (answer.Error?.Code is WeChatCode.InvalidUrl or WeChatCode.Unauthorized)
        {
            answer = await FetchOldKindAsync(cancellationToken);
        }

        return answer.Error is { } error ? Judge(error) : answer.As<IssuedToken>();
    }

    // For gateways that know no stable tokens. Asking takes the token of everybody else away, so it is the last resort.
    private Task<WeChatAnswer> FetchOldKindAsync(CancellationToken cancellationToken) => _transport.SendAsync(
        ApiCall.Get(
            "/cgi-bin/token",
            new("grant_type", "client_credential"),
            new("appid", _options.AppId),
            new("secret", _options.AppSecret)),
        null,
        cancellationToken);
}
