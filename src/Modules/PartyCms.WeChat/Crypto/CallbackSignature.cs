using System.Security.Cryptography;
using System.Text;

namespace PartyCms.WeChat.Crypto;

/// <summary>
/// The signature of WeChat's callbacks: SHA-1, in lower-case hexadecimal, of the parts sorted ordinally and joined
/// without a separator. The parts are the token, the timestamp and the nonce, and the cipher text where there is one.
/// </summary>
internal static class CallbackSignature
{
    public static string Compute(params IEnumerable<string> parts)
    {
        var joined = string.Concat(parts.Order(StringComparer.Ordinal));
        return Convert.ToHexStringLower(Hash(joined));
    }

    /// <summary>Compares in constant time; upper-case hexadecimal is refused, as WeChat never sends it.</summary>
    public static bool Matches(string? signature, params IEnumerable<string> parts) =>
        signature is not null && CryptographicOperations.FixedTimeEquals(
            Encoding.UTF8.GetBytes(signature),
            Encoding.UTF8.GetBytes(Compute(parts)));

#pragma warning disable CA5350 // The protocol prescribes SHA-1.
    private static byte[] Hash(string text) => SHA1.HashData(Encoding.UTF8.GetBytes(text));
#pragma warning restore CA5350
}
