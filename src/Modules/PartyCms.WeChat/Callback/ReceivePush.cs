using System.Diagnostics;
using Microsoft.Extensions.Logging;

namespace PartyCms.WeChat.Callback;

/// <summary>Takes one push from the wire, has it handled, and gives what goes back over the wire.</summary>
internal sealed partial class ReceivePush(
    CallbackProtocol protocol, ReplayWindow window, AnswerPush answerPush, TimeProvider clock, ILogger<ReceivePush> logger)
{
    public async Task<PushResponse> RunAsync(CallbackQuery query, string body, CancellationToken cancellationToken)
    {
        switch (protocol.Open(query, body))
        {
            case PushOpening.Opened when !window.Admits(query.Timestamp, clock.GetUtcNow()):
                return Refuse(PushFault.OutOfTime);

            case PushOpening.Opened push:
                return await answerPush.RunAsync(push.Message, cancellationToken) is { } content
                    ? new PushResponse.Answered(Write(content, push, query.Nonce!))
                    : new PushResponse.Received();

            case PushOpening.Refused { Fault: var fault }:
                return Refuse(fault);

            default:
                throw new UnreachableException();
        }
    }

    private PushResponse.Refused Refuse(PushFault fault)
    {
        LogRefused(fault, (int)fault);
        return new PushResponse.Refused(fault);
    }

    private string Write(string content, PushOpening.Opened push, string nonce)
    {
        var now = clock.GetUtcNow();
        return protocol.Seal(ReplyWriter.Write(content, push.Message, now), push, nonce, now);
    }

    [LoggerMessage(1701, LogLevel.Warning, "Refused a push to the WeChat callback: {Fault} ({Code})")]
    private partial void LogRefused(PushFault fault, int code);
}

internal abstract record PushResponse
{
    private PushResponse()
    {
    }

    internal sealed record Answered(string Xml) : PushResponse;

    /// <summary>There is nothing to say.</summary>
    internal sealed record Received : PushResponse;

    internal sealed record Refused(PushFault Fault) : PushResponse;
}
