namespace PartyCms.WeChat.Client.Materials;

/// <summary>A file for WeChat.</summary>
/// <param name="Bytes">Its content; must not change before the call has ended.</param>
/// <param name="Format">
/// Its format as WeChat knows it: <c>jpg</c>, <c>png</c>, <c>gif</c>, <c>bmp</c>, <c>mp3</c>, <c>wma</c>, <c>wav</c>,
/// <c>amr</c> or <c>mp4</c>.
/// </param>
internal sealed record UploadFile(ReadOnlyMemory<byte> Bytes, string Format)
{
    /// <summary>Its name on the wire: WeChat takes none that is not ASCII and goes by the extension.</summary>
    public string Name => "file." + Format;

    public string ContentType => Format switch
    {
        "jpg" or "jpeg" => "image/jpeg",
        "png" or "gif" or "bmp" => "image/" + Format,
        "mp3" => "audio/mpeg",
        "wma" => "audio/x-ms-wma",
        "wav" or "amr" => "audio/" + Format,
        "mp4" => "video/mp4",
        _ => "application/octet-stream",
    };

    public override string ToString() => $"{Name}, {Bytes.Length} bytes";
}
