using System.Security.Cryptography;
using Microsoft.Extensions.Options;

namespace PartyCms.WeChat.Client.JsSdk;

/// <summary>Lets a page of the site use WeChat's JavaScript.</summary>
internal sealed class SignPage(JsSdkTickets tickets, IOptions<WeChatOptions> options, TimeProvider clock)
{
    /// <param name="address">The page as its reader has it; the caller has seen that it is one of the site's own.</param>
    /// <param name="cancellationToken">Ends the wait.</param>
    public async Task<WeChatResult<PageSignature>> RunAsync(string address, CancellationToken cancellationToken)
    {
        if (!options.Value.HasApi)
        {
            return WeChatError.NotConfigured;
        }

        var ticket = await tickets.GetAsync(cancellationToken);
        if (!ticket.IsOk)
        {
            return ticket.Error;
        }

        var nonce = Convert.ToHexStringLower(RandomNumberGenerator.GetBytes(8));
        var timestamp = clock.GetUtcNow().ToUnixTimeSeconds();
        return new PageSignature(
            options.Value.AppId, timestamp, nonce, JsSdkSignature.Compute(ticket.Value, nonce, timestamp, address));
    }
}

/// <summary>What a page hands to <c>wx.config</c>.</summary>
/// <param name="AppId">The account.</param>
/// <param name="Timestamp">In seconds since 1970, UTC.</param>
/// <param name="NonceStr">Goes into the signature under the name <c>noncestr</c>.</param>
/// <param name="Signature">See <see cref="JsSdkSignature" />.</param>
internal sealed record PageSignature(string AppId, long Timestamp, string NonceStr, string Signature);
