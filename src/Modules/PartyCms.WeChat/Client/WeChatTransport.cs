using System.Net.Http.Headers;
using System.Text;
using System.Text.Json;
using Microsoft.Extensions.Options;
using PartyCms.WeChat.Client.Errors;

namespace PartyCms.WeChat.Client;

/// <summary>
/// Sends one call once and reads what comes back, whatever it says it is. It never throws for what WeChat or the network
/// does, and nothing it gives holds the address that was called, for tokens travel in it.
/// </summary>
internal sealed class WeChatTransport(IHttpClientFactory clients, IOptions<WeChatOptions> options)
{
    /// <summary>Name of the HTTP client that calls WeChat.</summary>
    public const string HttpClientName = "wechat";

    // Twenty drafts of eight articles are far below.
    public const int LongestAnswer = 64 * 1024 * 1024;

    private const int LargeFactor = 6;

    private TimeSpan Patience => options.Value.Timeout;

    /// <param name="call">What to send.</param>
    /// <param name="accessToken">The token of the account; null for calls that go without.</param>
    /// <param name="cancellationToken">Ends the wait; the call may be carried out nevertheless.</param>
    public async Task<WeChatAnswer> SendAsync(ApiCall call, string? accessToken, CancellationToken cancellationToken)
    {
        using var timeout = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        timeout.CancelAfter(call.IsLarge ? Patience * LargeFactor : Patience);
        try
        {
            using var request = new HttpRequestMessage(call.Method, AddressOf(call, accessToken));
            request.Content = call.Body?.Invoke();
            request.Headers.Accept.Add(new MediaTypeWithQualityHeaderValue("*/*"));
            using var response = await clients.CreateClient(HttpClientName)
                .SendAsync(request, HttpCompletionOption.ResponseContentRead, timeout.Token);
            var body = await response.Content.ReadAsByteArrayAsync(timeout.Token);
            return Read(body, response);
        }
        catch (OperationCanceledException) when (!cancellationToken.IsCancellationRequested)
        {
            return WeChatAnswer.Failed(WeChatError.Unknown("WeChat gave no answer in time."));
        }
        catch (HttpRequestException exception)
        {
            return WeChatAnswer.Failed(NothingWasSent(exception)
                ? WeChatError.Unreachable($"WeChat cannot be reached: {exception.HttpRequestError}.")
                : WeChatError.Unknown($"The connection to WeChat broke: {exception.HttpRequestError}."));
        }
    }

    private static bool NothingWasSent(HttpRequestException exception) => exception.HttpRequestError
        is HttpRequestError.NameResolutionError or HttpRequestError.ConnectionError
        or HttpRequestError.SecureConnectionError or HttpRequestError.ProxyTunnelError;

    private static WeChatAnswer Read(byte[] body, HttpResponseMessage response)
    {
        var answer = new WeChatAnswer { Body = body, ContentType = response.Content.Headers.ContentType?.MediaType };
        if (AnswerText.LooksLikeObject(body))
        {
            return WithErrorOf(answer, response);
        }

        return response.IsSuccessStatusCode ? answer : answer with { Error = Strange(response) };
    }

    private static WeChatAnswer WithErrorOf(WeChatAnswer answer, HttpResponseMessage response)
    {
        try
        {
            var outcome = WeChatJson.Read<CallOutcome>(answer.Body);
            return outcome?.Code is { } code and not 0
                ? answer with { Error = WeChatError.Answered(code, outcome.Message ?? "") }
                : response.IsSuccessStatusCode ? answer : answer with { Error = Strange(response) };
        }
        catch (JsonException)
        {
            return answer with { Error = WeChatError.Unknown("The answer is broken JSON or was cut off.") };
        }
    }

    private static WeChatError Strange(HttpResponseMessage response) =>
        WeChatError.Unknown($"HTTP {(int)response.StatusCode} instead of an answer of WeChat.");

    private Uri AddressOf(ApiCall call, string? accessToken)
    {
        var address = new StringBuilder(options.Value.ApiBase.TrimEnd('/')).Append(call.Path);
        var separator = '?';
        foreach (var (name, value) in call.Query)
        {
            address.Append(separator).Append(name).Append('=').Append(Uri.EscapeDataString(value));
            separator = '&';
        }

        if (accessToken is not null)
        {
            address.Append(separator).Append("access_token=").Append(Uri.EscapeDataString(accessToken));
        }

        return new Uri(address.ToString());
    }
}
