using System.Text.Json.Serialization;

namespace PartyCms.WeChat.Client.QrCodes;

/// <summary>A code that leads to the account and tells it which one was scanned.</summary>
internal sealed record QrCode
{
    /// <summary>Fetches the picture.</summary>
    public required string Ticket { get; init; }

    /// <summary>Null for one that lasts.</summary>
    public int? ExpireSeconds { get; init; }

    /// <summary>What the code says, to draw it oneself.</summary>
    public required string Url { get; init; }
}

/// <summary>A code on order.</summary>
internal sealed record QrCodeOrder(int? ExpireSeconds, string ActionName, QrCodeAction ActionInfo);

/// <summary>What a code leads to.</summary>
internal sealed record QrCodeAction(QrCodeScene Scene);

/// <summary>By what the account knows which code was scanned.</summary>
internal sealed record QrCodeScene(string SceneStr)
{
    public const int Longest = 64;
}

/// <summary>Data to be fetched by a short key.</summary>
internal sealed record ShortKeyOrder(string LongData, int ExpireSeconds);

/// <summary>A short key.</summary>
internal sealed record ShortKey([property: JsonPropertyName("short_key")] string Key);

/// <summary>What lies behind a short key.</summary>
internal sealed record ShortKeyContent
{
    public required string LongData { get; init; }

    /// <summary>In seconds since 1970, UTC.</summary>
    public long CreateTime { get; init; }

    public int ExpireSeconds { get; init; }
}
