using System.Text.Json;

namespace PartyCms.WeChat.Client;

/// <summary>What came back from WeChat.</summary>
internal sealed record WeChatAnswer
{
    /// <summary>Why it gave nothing; null where it did.</summary>
    public WeChatError? Error { get; init; }

    /// <summary>The body; also of an error, which may hold more than its code. Empty where nothing came.</summary>
    public ReadOnlyMemory<byte> Body { get; init; }

    /// <summary>What the body says it is; WeChat is often wrong about it.</summary>
    public string? ContentType { get; init; }

    public static WeChatAnswer Failed(WeChatError error) => new() { Error = error };

    /// <summary>The answer in its own type, the error in front of it.</summary>
    public WeChatResult<T> As<T>()
        where T : class
    {
        if (Error is not null)
        {
            return Error;
        }

        try
        {
            return WeChatJson.Read<T>(Body) is { } value ? value : WeChatError.Unknown("The answer is empty.");
        }
        catch (JsonException)
        {
            // The reader's own words quote the answer, which may hold names of people.
            return WeChatError.Unknown("The answer is not what WeChat documents, or was cut off.");
        }
    }

    /// <summary>The answer of a call that gives nothing but its success.</summary>
    public WeChatResult<Acknowledged> AsAcknowledged() => Error is null ? new Acknowledged() : Error;
}
