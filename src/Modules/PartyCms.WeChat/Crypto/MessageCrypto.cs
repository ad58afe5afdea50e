using System.Buffers.Binary;
using System.Security.Cryptography;
using System.Text;

namespace PartyCms.WeChat.Crypto;

/// <summary>
/// Encrypts and decrypts callback messages for one account: AES-256-CBC over
/// <c>random (16 bytes) | length (4 bytes, big-endian) | message (UTF-8) | AppID</c>, padded by PKCS#7 with blocks of
/// 32 bytes. While a key is being replaced, both the current and the previous one are understood.
/// </summary>
internal sealed class MessageCrypto(
    string appId,
    EncodingAesKey current,
    EncodingAesKey? previous = null,
    Action<Span<byte>>? fillRandom = null)
{
    private const int RandomLength = 16;
    private const int HeadLength = RandomLength + sizeof(int);
    private const int CipherBlock = 16;
    private const int PaddingBlock = 32;

    private readonly Action<Span<byte>> _fillRandom = fillRandom ?? RandomNumberGenerator.Fill;

    /// <summary>Never throws for what was sent. Tries the current key first and reports that key's fault.</summary>
    public Decryption Decrypt(string cipherText)
    {
        var decryption = Decrypt(cipherText, current);
        return decryption is Decryption.Refused && previous is not null
            && Decrypt(cipherText, previous) is Decryption.Opened opened ? opened : decryption;
    }

    public string Encrypt(string message) => Encrypt(message, current);

    /// <summary>Encrypts an answer with the key that opened the question, which WeChat surely knows.</summary>
    public string Encrypt(string message, EncodingAesKey key)
    {
        var messageLength = Encoding.UTF8.GetByteCount(message);
        var contentLength = HeadLength + messageLength + Encoding.UTF8.GetByteCount(appId);
        var padding = PaddingBlock - (contentLength % PaddingBlock);
        var content = new byte[contentLength + padding];

        _fillRandom(content.AsSpan(0, RandomLength));
        BinaryPrimitives.WriteInt32BigEndian(content.AsSpan(RandomLength), messageLength);
        Encoding.UTF8.GetBytes(message, content.AsSpan(HeadLength));
        Encoding.UTF8.GetBytes(appId, content.AsSpan(HeadLength + messageLength));
        content.AsSpan(contentLength).Fill((byte)padding);

        using var aes = CreateAes(key);
        return Convert.ToBase64String(aes.EncryptCbc(content, key.Vector, PaddingMode.None));
    }

    private Decryption Decrypt(string cipherText, EncodingAesKey key)
    {
        var cipher = new byte[cipherText.Length];
        if (!Convert.TryFromBase64String(cipherText, cipher, out var length)
            || length == 0 || length % CipherBlock != 0)
        {
            return new Decryption.Refused(DecryptionFault.NotCipherText);
        }

        using var aes = CreateAes(key);
        return Read(aes.DecryptCbc(cipher.AsSpan(0, length), key.Vector, PaddingMode.None), key);
    }

    private Decryption Read(ReadOnlySpan<byte> padded, EncodingAesKey key)
    {
        var padding = padded[^1];
        if (padding is < 1 or > PaddingBlock || padding > padded.Length
            || padded[^padding..].ContainsAnyExcept(padding))
        {
            return new Decryption.Refused(DecryptionFault.WrongPadding);
        }

        var content = padded[..^padding];
        var messageLength = content.Length < HeadLength
            ? -1
            : BinaryPrimitives.ReadInt32BigEndian(content[RandomLength..]);
        if (messageLength < 0 || messageLength > content.Length - HeadLength)
        {
            return new Decryption.Refused(DecryptionFault.WrongLength);
        }

        var message = content.Slice(HeadLength, messageLength);
        return content[(HeadLength + messageLength)..].SequenceEqual(Encoding.UTF8.GetBytes(appId))
            ? new Decryption.Opened(Encoding.UTF8.GetString(message), key)
            : new Decryption.Refused(DecryptionFault.OtherAccount);
    }

    // .NET's own PKCS#7 refuses padding longer than the cipher's block of 16, hence PaddingMode.None above.
    private static Aes CreateAes(EncodingAesKey key)
    {
        var aes = Aes.Create();
        aes.SetKey(key.Key);
        return aes;
    }
}
