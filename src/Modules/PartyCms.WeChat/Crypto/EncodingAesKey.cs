using System.Diagnostics.CodeAnalysis;

namespace PartyCms.WeChat.Crypto;

/// <summary>The key of message encryption: 43 letters and digits, the base64 of 32 bytes without its padding.</summary>
internal sealed class EncodingAesKey
{
    public const int Length = 43;

    private readonly byte[] _bytes;

    private EncodingAesKey(byte[] bytes) => _bytes = bytes;

    public ReadOnlySpan<byte> Key => _bytes;

    /// <summary>The initialization vector: by protocol the first half of the key, the same for every message.</summary>
    public ReadOnlySpan<byte> Vector => Key[..16];

    public static bool TryParse(string? text, [NotNullWhen(true)] out EncodingAesKey? key)
    {
        key = text is { Length: Length } && text.All(char.IsAsciiLetterOrDigit)
            ? new EncodingAesKey(Convert.FromBase64String(text + "="))
            : null;
        return key is not null;
    }

    /// <summary>Reads a key that was validated before.</summary>
    /// <exception cref="FormatException">The text is not 43 letters and digits.</exception>
    public static EncodingAesKey Parse(string text) => TryParse(text, out var key)
        ? key
        : throw new FormatException($"An EncodingAESKey has exactly {Length} letters and digits.");
}
