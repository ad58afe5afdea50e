namespace PartyCms.WeChat.Simulator.Wire;

/// <summary>One call that the simulator received, and what it answered.</summary>
public sealed record LoggedRequest
{
    /// <summary>Counts from 1 in order of arrival.</summary>
    public required int Number { get; init; }

    /// <summary>When the call arrived, by WeChat's clock.</summary>
    public required DateTimeOffset At { get; init; }

    /// <summary><c>GET</c> or <c>POST</c>.</summary>
    public required string Method { get; init; }

    /// <summary>Path without the query.</summary>
    public required string Path { get; init; }

    /// <summary>Query with its question mark, as it came, tokens included.</summary>
    public required string Query { get; init; }

    /// <summary>Body as it came; bytes of files are kept as well.</summary>
    public required ReadOnlyMemory<byte> Body { get; init; }

    /// <summary>Body read as UTF-8.</summary>
    public string BodyText => System.Text.Encoding.UTF8.GetString(Body.Span);

    /// <summary>The id under which WeChat explains the call.</summary>
    public required string Rid { get; init; }

    /// <summary>HTTP status of the answer; 0 while there is none and if the caller never got one.</summary>
    public int Status { get; init; }

    /// <summary>Error code of the answer, 0 for success.</summary>
    public int Code { get; init; }

    /// <summary>Body of the answer if it was text.</summary>
    public string Answer { get; init; } = "";

    /// <summary>Name of the fault that was switched on for the call.</summary>
    public string? Fault { get; init; }

    /// <summary>Address of the caller.</summary>
    public required string Client { get; init; }

    /// <summary>Whether WeChat did what the call asked for, even if the caller was not told.</summary>
    public bool TookEffect { get; init; }
}
