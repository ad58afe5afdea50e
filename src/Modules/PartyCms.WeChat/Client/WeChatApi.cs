using Microsoft.Extensions.Logging;
using PartyCms.WeChat.Client.Capabilities;
using PartyCms.WeChat.Client.Errors;
using PartyCms.WeChat.Client.Tokens;

namespace PartyCms.WeChat.Client;

/// <summary>
/// Calls WeChat in the account's name: adds the token, replaces a dead one, repeats what may be repeated, and remembers
/// what the account turns out not to be allowed. The clients of the single resources stand on it.
/// </summary>
internal sealed partial class WeChatApi(
    WeChatTransport transport,
    AccessTokens tokens,
    WeChatRetries retries,
    CapabilityRecord capabilities,
    ILogger<WeChatApi> logger)
{
    /// <summary>Sends a call; the answer is read into its type.</summary>
    public async Task<WeChatResult<T>> SendAsync<T>(ApiCall call, CancellationToken cancellationToken)
        where T : class =>
        (await SendAsync(call, cancellationToken)).As<T>();

    /// <summary>Sends a call that gives nothing but its success.</summary>
    public async Task<WeChatResult<Acknowledged>> TellAsync(ApiCall call, CancellationToken cancellationToken) =>
        (await SendAsync(call, cancellationToken)).AsAcknowledged();

    /// <summary>Sends a call; for those whose answer is no JSON, or whose error says more than a code.</summary>
    public async Task<WeChatAnswer> SendAsync(ApiCall call, CancellationToken cancellationToken)
    {
        var answer = call.IsRepeatable
            ? await retries.RunAsync(token => new ValueTask<WeChatAnswer>(AttemptAsync(call, token)), cancellationToken)
            : await AttemptAsync(call, cancellationToken);
        if (answer.Error is not { } error)
        {
            return answer;
        }

        LogFailed(call.Path, error.Class, error.Code, error.Message, error.Rid);
        if (call.Needs is { } capability && error.Class == ErrorClass.Permission)
        {
            await capabilities.WithdrawAsync(capability, error, cancellationToken);
        }

        return answer;
    }

    // Whatever was refused for its token was not carried out, so trying it again is safe even for what must not be
    // repeated. It is tried again once.
    private async Task<WeChatAnswer> AttemptAsync(ApiCall call, CancellationToken cancellationToken)
    {
        var token = await tokens.GetAsync(cancellationToken);
        if (!token.IsOk)
        {
            return WeChatAnswer.Failed(token.Error);
        }

        var answer = await transport.SendAsync(call, token.Value, cancellationToken);
        if (answer.Error?.Class != ErrorClass.Token)
        {
            return answer;
        }

        var renewed = await tokens.RenewAsync(token.Value, cancellationToken);
        if (!renewed.IsOk)
        {
            return WeChatAnswer.Failed(renewed.Error);
        }

        var again = await transport.SendAsync(call, renewed.Value, cancellationToken);
        if (again.Error?.Class == ErrorClass.Token && renewed.Value == token.Value)
        {
            await tokens.ForceAsync(renewed.Value, cancellationToken);
        }

        return again;
    }

    [LoggerMessage(1710, LogLevel.Warning, "WeChat refused {Path}: {Class} {Code} {Message} (rid {Rid})")]
    private partial void LogFailed(string path, ErrorClass @class, int? code, string message, string? rid);
}
