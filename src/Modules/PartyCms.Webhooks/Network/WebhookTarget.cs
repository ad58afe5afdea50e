using System.Net.Sockets;
using Microsoft.Extensions.Options;

namespace PartyCms.Webhooks.Network;

/// <summary>Judges the address of a receiver before it is stored. Each delivery judges it again.</summary>
internal sealed class WebhookTarget(AddressGuard guard, IOptions<WebhookOptions> options)
{
    public const int LongestUrl = 2000;

    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(5);

    /// <summary>What is wrong with an address, in Chinese and in English; null where nothing is.</summary>
    public async Task<(string Message, string WireMessage)?> FaultOfAsync(string? url, CancellationToken cancellationToken)
    {
        if (url is null or { Length: 0 or > LongestUrl } || !Uri.TryCreate(url, UriKind.Absolute, out var target))
        {
            return ("请填写完整的地址，例如 https://example.cn/hook。", "url is an absolute address such as https://example.cn/hook.");
        }

        if (target.Scheme != Uri.UriSchemeHttps && !(options.Value.AllowHttp && target.Scheme == Uri.UriSchemeHttp))
        {
            return ("地址要以 https:// 开头。", "url must begin with https://.");
        }

        if (target.UserInfo.Length > 0 || target.Fragment.Length > 0)
        {
            return ("地址里不能有用户名、密码和 #。", "url must hold neither credentials nor a fragment.");
        }

        using var patience = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        patience.CancelAfter(Patience);
        try
        {
            await guard.FindAsync(target.IdnHost.Trim('[', ']'), patience.Token);
            return null;
        }
        catch (ForbiddenAddressException)
        {
            return ("这个地址指向内网或本机，不能推送。", "url leads to a private address, which is not called.");
        }
        catch (Exception exception) when (exception is SocketException or ArgumentException
            || (exception is OperationCanceledException && !cancellationToken.IsCancellationRequested))
        {
            return ("找不到这个主机，请检查地址。", "The host of url cannot be found.");
        }
    }
}
