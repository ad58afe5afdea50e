using PartyCms.WeChat.Crypto;

namespace PartyCms.WeChat.Callback;

/// <summary>A push that proved to come from WeChat, or the reason why it was turned away.</summary>
internal abstract record PushOpening
{
    private PushOpening()
    {
    }

    /// <summary>The key is what the push was encrypted with, and its answer must be; null for one in clear.</summary>
    internal sealed record Opened(IncomingMessage Message, EncodingAesKey? Key) : PushOpening;

    internal sealed record Refused(PushFault Fault) : PushOpening;
}

/// <summary>Numbered as in WeChat's own crypto samples where they know the fault, for whoever searches a log.</summary>
internal enum PushFault
{
    WrongSignature = -40001,
    Unreadable = -40002,
    OtherAccount = -40005,
    NotDecryptable = -40007,
    MissingParameter = 1,

    /// <summary>The push is in clear though the site takes encrypted ones only.</summary>
    NotEncrypted = 2,

    /// <summary>It was signed too long ago, or in the future; somebody may have kept it. See <see cref="ReplayWindow"/>.</summary>
    OutOfTime = 3,
}
