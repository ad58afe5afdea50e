using System.Buffers.Binary;
using System.Diagnostics.CodeAnalysis;
using System.Security.Cryptography;
using System.Text;

namespace PartyCms.WeChat.Simulator.Pushing;

/// <summary>
/// Signatures and encryption of pushes, written from WeChat's description and not from the product, so that both can
/// be wrong only by themselves.
/// </summary>
internal static class PushCrypto
{
    private const int Block = 32;
    private const int RandomLength = 16;
    private const int LengthLength = 4;

    /// <summary>SHA-1 over the parts in order of their bytes, joined without anything between.</summary>
    [SuppressMessage("Security", "CA5350", Justification = "WeChat's protocol signs with SHA-1.")]
    public static string Sign(params string[] parts)
    {
        Array.Sort(parts, StringComparer.Ordinal);
        return Convert.ToHexStringLower(SHA1.HashData(Encoding.UTF8.GetBytes(string.Concat(parts))));
    }

    public static string Encrypt(string text, string encodingAesKey, string appId)
    {
        var message = Encoding.UTF8.GetBytes(text);
        var owner = Encoding.UTF8.GetBytes(appId);
        var length = RandomLength + LengthLength + message.Length + owner.Length;
        var padding = Block - (length % Block);
        var plain = new byte[length + padding];
        Encoding.ASCII.GetBytes(Wire.SimulatedIds.Word(RandomLength)).CopyTo(plain, 0);
        BinaryPrimitives.WriteInt32BigEndian(plain.AsSpan(RandomLength), message.Length);
        message.CopyTo(plain, RandomLength + LengthLength);
        owner.CopyTo(plain, RandomLength + LengthLength + message.Length);
        plain.AsSpan(length).Fill((byte)padding);

        using var aes = Create(encodingAesKey);
        return Convert.ToBase64String(aes.EncryptCbc(plain, aes.IV, PaddingMode.None));
    }

    /// <summary>The text, or <c>null</c> if it was not encrypted for this account with this key.</summary>
    public static string? Decrypt(string cipherText, string encodingAesKey, string appId)
    {
        var cipher = new byte[cipherText.Length];
        if (!Convert.TryFromBase64String(cipherText, cipher, out var written) || written == 0 || written % 16 != 0)
        {
            return null;
        }

        using var aes = Create(encodingAesKey);
        var plain = aes.DecryptCbc(cipher.AsSpan(0, written), aes.IV, PaddingMode.None);
        var end = plain.Length - plain[^1];
        const int Start = RandomLength + LengthLength;
        if (plain[^1] is < 1 or > Block || end < Start)
        {
            return null;
        }

        var length = BinaryPrimitives.ReadInt32BigEndian(plain.AsSpan(RandomLength));
        return length >= 0 && Start + length <= end && Encoding.UTF8.GetString(plain, Start + length, end - Start - length) == appId
            ? Encoding.UTF8.GetString(plain, Start, length)
            : null;
    }

    private static Aes Create(string encodingAesKey)
    {
        var key = Convert.FromBase64String(encodingAesKey + "=");
        var aes = Aes.Create();
        aes.Key = key;
        aes.IV = key[..16];
        return aes;
    }
}
