namespace PartyCms.WeChat.Crypto;

/// <summary>What became of one cipher text: the message with the key that opened it, or the reason why not.</summary>
internal abstract record Decryption
{
    private Decryption()
    {
    }

    internal sealed record Opened(string Message, EncodingAesKey Key) : Decryption;

    internal sealed record Refused(DecryptionFault Fault) : Decryption;
}

internal enum DecryptionFault
{
    /// <summary>The text is not base64, or its length is no multiple of the cipher's block.</summary>
    NotCipherText,

    /// <summary>The padding is not 1 to 32 equal bytes; as a rule another key was used.</summary>
    WrongPadding,

    /// <summary>The declared length points outside of the content.</summary>
    WrongLength,

    /// <summary>The content ends in the AppID of another account.</summary>
    OtherAccount,
}
