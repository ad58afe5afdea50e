using System.Globalization;
using PartyCms.WeChat.Crypto;

namespace PartyCms.WeChat.Callback;

/// <summary>
/// Checks where a push comes from and takes it out of its envelope; puts answers in. Plain mode needs no crypto.
/// </summary>
internal sealed class CallbackProtocol(string token, CallbackMode mode, MessageCrypto? crypto)
{
    /// <summary>
    /// What the request that proves the callback's address is answered with, or null where it does not come from WeChat.
    /// Official Accounts send the text in clear in every mode; WeChat's other products encrypt it.
    /// </summary>
    public string? Prove(CallbackQuery query, string echo)
    {
        if (crypto is null || !query.IsEncrypted || query.MessageSignature is null)
        {
            return IsGenuine(query) ? echo : null;
        }

        return CallbackSignature.Matches(
                query.MessageSignature, token, query.Timestamp ?? "", query.Nonce ?? "", echo)
            && crypto.Decrypt(echo) is Decryption.Opened opened ? opened.Message : null;
    }

    /// <summary>Whether a request in clear comes from WeChat.</summary>
    public bool IsGenuine(CallbackQuery query) =>
        query is { Timestamp: { } timestamp, Nonce: { } nonce }
        && CallbackSignature.Matches(query.Signature, token, timestamp, nonce);

    /// <summary>Never throws for what was sent.</summary>
    public PushOpening Open(CallbackQuery query, string body)
    {
        if (query.Timestamp is not { Length: > 0 } || query.Nonce is not { Length: > 0 })
        {
            return new PushOpening.Refused(PushFault.MissingParameter);
        }

        // Plain mode reads what compatible mode sends in clear, and knows no key for the rest.
        if (crypto is not null && mode != CallbackMode.Plain && query.IsEncrypted)
        {
            return OpenEncrypted(query, body, crypto);
        }

        // Whoever holds one old signature in clear could otherwise leave the encryption out.
        return mode == CallbackMode.Safe
            ? new PushOpening.Refused(PushFault.NotEncrypted)
            : OpenPlain(query, body);
    }

    /// <summary>
    /// Encrypts an answer with the key of the push that it answers; a push in clear is answered in clear.
    /// </summary>
    public string Seal(string answer, PushOpening.Opened push, string nonce, DateTimeOffset now)
    {
        if (crypto is null || push.Key is null)
        {
            return answer;
        }

        var cipherText = crypto.Encrypt(answer, push.Key);
        var timestamp = now.ToUnixTimeSeconds().ToString(CultureInfo.InvariantCulture);
        var signature = CallbackSignature.Compute(token, timestamp, nonce, cipherText);
        return ReplyWriter.WriteEnvelope(cipherText, signature, timestamp, nonce);
    }

    private PushOpening OpenPlain(CallbackQuery query, string body)
    {
        if (query.Signature is not { Length: > 0 })
        {
            return new PushOpening.Refused(PushFault.MissingParameter);
        }

        return IsGenuine(query) ? Read(body, key: null) : new PushOpening.Refused(PushFault.WrongSignature);
    }

    private PushOpening OpenEncrypted(CallbackQuery query, string body, MessageCrypto crypto)
    {
        if (query.MessageSignature is not { Length: > 0 })
        {
            return new PushOpening.Refused(PushFault.MissingParameter);
        }

        if (MessageFields.Read(body)?["Encrypt"]?.Trim() is not { Length: > 0 } cipherText)
        {
            return new PushOpening.Refused(PushFault.Unreadable);
        }

        if (!CallbackSignature.Matches(
            query.MessageSignature, token, query.Timestamp!, query.Nonce!, cipherText))
        {
            return new PushOpening.Refused(PushFault.WrongSignature);
        }

        return crypto.Decrypt(cipherText) switch
        {
            Decryption.Opened opened => Read(opened.Message, opened.Key),
            Decryption.Refused { Fault: DecryptionFault.OtherAccount } =>
                new PushOpening.Refused(PushFault.OtherAccount),
            _ => new PushOpening.Refused(PushFault.NotDecryptable),
        };
    }

    private static PushOpening Read(string body, EncodingAesKey? key) =>
        MessageFields.Read(body) is { } fields && IncomingMessageParser.Parse(fields) is { } message
            ? new PushOpening.Opened(message, key)
            : new PushOpening.Refused(PushFault.Unreadable);
}
