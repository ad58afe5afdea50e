namespace PartyCms.WeChat.Client.Materials;

/// <summary>Something that lies in the account's library from now on.</summary>
internal sealed record AddedMaterial
{
    public required string MediaId { get; init; }

    /// <summary>Of pictures; shown only within WeChat.</summary>
    public string? Url { get; init; }
}

/// <summary>A picture for the text of articles.</summary>
internal sealed record UploadedArticleImage
{
    /// <summary>The only kind of address that WeChat leaves in an article.</summary>
    public required string Url { get; init; }
}

/// <summary>What a video is called.</summary>
internal sealed record VideoDescription(string Title, string Introduction);

/// <summary>Something that WeChat keeps for three days.</summary>
internal sealed record TemporaryMedia
{
    /// <summary>Missing for covers, which have the next.</summary>
    public string? MediaId { get; init; }

    public string? ThumbMediaId { get; init; }

    /// <summary>In seconds since 1970, UTC.</summary>
    public long CreatedAt { get; init; }
}

/// <summary>How much lies in the library.</summary>
internal sealed record MaterialCount
{
    public int VoiceCount { get; init; }

    public int VideoCount { get; init; }

    public int ImageCount { get; init; }

    public int NewsCount { get; init; }
}
