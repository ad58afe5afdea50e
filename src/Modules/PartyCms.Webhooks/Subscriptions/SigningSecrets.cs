using System.Security.Cryptography;
using Microsoft.AspNetCore.DataProtection;

namespace PartyCms.Webhooks.Subscriptions;

/// <summary>
/// Secrets that deliveries are signed with, in the form of Standard Webhooks: <c>whsec_</c> and 32 random bytes in
/// Base64. They must be read again for each delivery, so they are encrypted, not hashed.
/// </summary>
internal sealed class SigningSecrets(IDataProtectionProvider protection)
{
    private const string Prefix = "whsec_";

    private readonly IDataProtector _protector = protection.CreateProtector("PartyCms.Webhooks.Secret.v1");

    public static string New() => Prefix + Convert.ToBase64String(RandomNumberGenerator.GetBytes(32));

    /// <summary>The bytes that sign.</summary>
    public static byte[] KeyOf(string secret) => Convert.FromBase64String(secret[Prefix.Length..]);

    public string Protect(string secret) => _protector.Protect(secret);

    /// <summary>The secret, or null where the keys that encrypted it are gone.</summary>
    public string? Read(string stored)
    {
        try
        {
            return _protector.Unprotect(stored);
        }
        catch (CryptographicException)
        {
            return null;
        }
    }
}
