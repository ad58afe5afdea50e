namespace PartyCms.WeChat.Callback;

/// <summary>
/// Takes part in the handling of each push, once, in its transaction. It touches the database only: WeChat waits for the
/// answer, so whatever calls WeChat goes through the outbox and runs after the commit.
/// </summary>
internal interface IPushHandler
{
    /// <summary>May save; the handling commits. Throwing undoes the whole handling, and WeChat delivers the push again.</summary>
    Task HandleAsync(HandledPush push, CancellationToken cancellationToken);
}

/// <summary>A push and what it is answered with.</summary>
internal sealed record HandledPush(IncomingMessage Message, Reply Reply);
