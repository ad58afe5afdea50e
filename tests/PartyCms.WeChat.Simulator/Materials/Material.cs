namespace PartyCms.WeChat.Simulator.Materials;

/// <summary>A file that was uploaded to WeChat.</summary>
/// <param name="MediaId">Its id; empty for a picture that only articles may show (uploadimg).</param>
/// <param name="Type"><c>image</c>, <c>voice</c>, <c>video</c> or <c>thumb</c>.</param>
/// <param name="Format">What its bytes are: <c>jpg</c>, <c>png</c>, …</param>
/// <param name="FileName">Name it was uploaded under.</param>
/// <param name="Content">Its bytes.</param>
/// <param name="Url">Address at WeChat's picture host; empty for other types.</param>
/// <param name="UploadedAt">When it came.</param>
public sealed record Material(
    string MediaId, string Type, string Format, string FileName, ReadOnlyMemory<byte> Content, string Url, DateTimeOffset UploadedAt)
{
    /// <summary>When a temporary file ends; <c>null</c> for permanent ones.</summary>
    public DateTimeOffset? ExpiresAt { get; init; }

    /// <summary>Title of a video.</summary>
    public string Title { get; init; } = "";

    /// <summary>Introduction of a video.</summary>
    public string Introduction { get; init; } = "";
}
