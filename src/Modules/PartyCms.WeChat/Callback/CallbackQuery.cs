using Microsoft.AspNetCore.Mvc;

namespace PartyCms.WeChat.Callback;

/// <summary>The query that WeChat adds to the callback's address.</summary>
internal sealed record CallbackQuery
{
    /// <summary>Signs the token, the timestamp and the nonce.</summary>
    [FromQuery(Name = "signature")]
    public string? Signature { get; init; }

    /// <summary>In seconds since 1970.</summary>
    [FromQuery(Name = "timestamp")]
    public string? Timestamp { get; init; }

    [FromQuery(Name = "nonce")]
    public string? Nonce { get; init; }

    /// <summary>Sent only to prove the address; the answer repeats it.</summary>
    [FromQuery(Name = "echostr")]
    public string? EchoString { get; init; }

    /// <summary><c>aes</c>, or <c>raw</c> or nothing.</summary>
    [FromQuery(Name = "encrypt_type")]
    public string? EncryptType { get; init; }

    /// <summary>Signs the cipher text as well.</summary>
    [FromQuery(Name = "msg_signature")]
    public string? MessageSignature { get; init; }

    public bool IsEncrypted => string.Equals(EncryptType, "aes", StringComparison.OrdinalIgnoreCase);
}
