using System.Security.Cryptography;

namespace PartyCms.Kernel.Security;

/// <summary>
/// Random codes that are read off a screen or paper and typed on a phone: small letters and digits without those that look
/// alike. Each character holds almost five bits.
/// </summary>
public static class ReadableCode
{
    private const string Alphabet = "abcdefghjkmnpqrstuvwxyz23456789";

    /// <summary>A new code.</summary>
    /// <param name="length">Its characters, 1 or more.</param>
    public static string New(int length) => RandomNumberGenerator.GetString(Alphabet, length);
}
