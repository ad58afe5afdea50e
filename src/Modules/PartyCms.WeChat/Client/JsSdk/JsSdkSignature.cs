using System.Globalization;
using System.Security.Cryptography;
using System.Text;

namespace PartyCms.WeChat.Client.JsSdk;

/// <summary>The signature by which WeChat lets a page use its JavaScript.</summary>
internal static class JsSdkSignature
{
    /// <param name="ticket">The account's ticket.</param>
    /// <param name="nonce">Any letters and digits.</param>
    /// <param name="timestamp">In seconds since 1970, UTC.</param>
    /// <param name="address">The page as its reader has it, with its query and without its fragment.</param>
    /// <returns>40 hexadecimal digits in lower case.</returns>
    public static string Compute(string ticket, string nonce, long timestamp, string address)
    {
        var end = address.IndexOf('#', StringComparison.Ordinal);
        var page = end < 0 ? address : address[..end];
        var text = string.Create(
            CultureInfo.InvariantCulture, $"jsapi_ticket={ticket}&noncestr={nonce}&timestamp={timestamp}&url={page}");
#pragma warning disable CA5350 // WeChat's protocol names SHA-1.
        return Convert.ToHexStringLower(SHA1.HashData(Encoding.UTF8.GetBytes(text)));
#pragma warning restore CA5350
    }
}
