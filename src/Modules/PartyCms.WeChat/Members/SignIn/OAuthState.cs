using System.Security.Cryptography;
using System.Text;

namespace PartyCms.WeChat.Members.SignIn;

/// <summary>
/// Ties the way back from WeChat to the browser that began: the address carries the hash of a secret that stays in the
/// browser's cookie. WeChat takes letters and digits only, at most 128.
/// </summary>
internal static class OAuthState
{
    public static string NewSecret() => Convert.ToHexStringLower(RandomNumberGenerator.GetBytes(32));

    public static string Of(string secret) => Convert.ToHexStringLower(SHA256.HashData(Encoding.ASCII.GetBytes(secret)));

    /// <summary>Compares in constant time.</summary>
    public static bool Matches(string? state, string secret) => state is not null
        && CryptographicOperations.FixedTimeEquals(Encoding.UTF8.GetBytes(state), Encoding.UTF8.GetBytes(Of(secret)));
}
