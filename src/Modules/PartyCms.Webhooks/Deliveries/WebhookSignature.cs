using System.Globalization;
using System.Security.Cryptography;
using System.Text;

namespace PartyCms.Webhooks.Deliveries;

/// <summary>The signature of the Standard Webhooks specification, so that receivers can use its ready libraries.</summary>
internal static class WebhookSignature
{
    /// <summary>The value of <c>Webhook-Signature</c>.</summary>
    /// <param name="key">Bytes of the secret.</param>
    /// <param name="id">The <c>Webhook-Id</c>.</param>
    /// <param name="timestamp">The <c>Webhook-Timestamp</c>, seconds since 1970.</param>
    /// <param name="body">The body as sent.</param>
    public static string Of(byte[] key, string id, long timestamp, string body)
    {
        var signed = string.Create(CultureInfo.InvariantCulture, $"{id}.{timestamp}.{body}");
        return "v1," + Convert.ToBase64String(HMACSHA256.HashData(key, Encoding.UTF8.GetBytes(signed)));
    }
}
