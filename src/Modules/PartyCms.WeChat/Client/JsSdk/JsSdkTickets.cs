using PartyCms.WeChat.Client.Capabilities;
using PartyCms.WeChat.Client.Tokens;

namespace PartyCms.WeChat.Client.JsSdk;

/// <summary>The account's ticket for WeChat's JavaScript, shared by all nodes like the access token.</summary>
internal sealed class JsSdkTickets : IDisposable
{
    private readonly WeChatApi _api;
    private readonly SharedToken _shared;

    public JsSdkTickets(WeChatApi api, TokenStore store, TimeProvider clock)
    {
        _api = api;
        _shared = new SharedToken(TokenKind.JsSdkTicket, store, clock, FetchAsync);
    }

    /// <summary>The ticket to sign with now.</summary>
    public Task<WeChatResult<string>> GetAsync(CancellationToken cancellationToken) => _shared.GetAsync(cancellationToken);

    public void Dispose() => _shared.Dispose();

    // Not repeated by the client: whoever needs the ticket asks again, after the pause that the row keeps.
    private Task<WeChatResult<IssuedToken>> FetchAsync(bool force, CancellationToken cancellationToken) =>
        _api.SendAsync<IssuedToken>(
            ApiCall.Get("/cgi-bin/ticket/getticket", new KeyValuePair<string, string>("type", "jsapi")) with
            {
                Needs = Capability.JsSdk, IsRepeatable = false,
            },
            cancellationToken);
}
