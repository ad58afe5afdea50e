using Microsoft.Extensions.Options;

namespace PartyCms.WeChat.Client.Diagnostics;

/// <summary>What WeChat tells about calls, quotas and the way between it and the site.</summary>
internal sealed class DiagnosticsClient(WeChatApi api, WeChatTransport transport, IOptions<WeChatOptions> options)
{
    /// <summary>What became of a call that failed, for seven days.</summary>
    public Task<WeChatResult<CallExplanation>> ExplainAsync(string rid, CancellationToken cancellationToken) =>
        api.SendAsync<CallExplanation>(ApiCall.Ask("/cgi-bin/openapi/rid/get", new CallReference(rid)), cancellationToken);

    /// <summary>How often a path has been called today.</summary>
    /// <param name="path">Such as <c>/cgi-bin/draft/add</c>.</param>
    /// <param name="cancellationToken">Ends the wait.</param>
    public Task<WeChatResult<QuotaUse>> GetQuotaAsync(string path, CancellationToken cancellationToken) =>
        api.SendAsync<QuotaUse>(ApiCall.Ask("/cgi-bin/openapi/quota/get", new QuotaPath(path)), cancellationToken);

    /// <summary>Lets the quota of one path begin anew; 50 times a month.</summary>
    public Task<WeChatResult<Acknowledged>> ClearQuotaAsync(string path, CancellationToken cancellationToken) =>
        api.TellAsync(ApiCall.Post("/cgi-bin/openapi/quota/clear", new QuotaPath(path)), cancellationToken);

    /// <summary>Lets all quotas begin anew; ten times a month. Works even when the quota of tokens is used up.</summary>
    public async Task<WeChatResult<Acknowledged>> ClearAllQuotasAsync(CancellationToken cancellationToken)
    {
        var account = new QuotaResetBySecret(options.Value.AppId, options.Value.AppSecret);
        var answer = await transport.SendAsync(ApiCall.Post("/cgi-bin/clear_quota/v2", account), null, cancellationToken);
        return answer.AsAcknowledged();
    }

    /// <summary>Lets WeChat look the site's name up and ping it.</summary>
    public Task<WeChatResult<CallbackCheck>> CheckCallbackAsync(CancellationToken cancellationToken) =>
        api.SendAsync<CallbackCheck>(
            ApiCall.Ask("/cgi-bin/callback/check", new CallbackCheckOrder("all", "DEFAULT")) with { IsLarge = true }, cancellationToken);

    /// <summary>Where pushes come from; changes now and then.</summary>
    public Task<WeChatResult<ServerAddresses>> GetCallbackAddressesAsync(CancellationToken cancellationToken) =>
        api.SendAsync<ServerAddresses>(ApiCall.Get("/cgi-bin/getcallbackip"), cancellationToken);

    /// <summary>Where calls go to.</summary>
    public Task<WeChatResult<ServerAddresses>> GetApiAddressesAsync(CancellationToken cancellationToken) =>
        api.SendAsync<ServerAddresses>(ApiCall.Get("/cgi-bin/get_api_domain_ip"), cancellationToken);
}
