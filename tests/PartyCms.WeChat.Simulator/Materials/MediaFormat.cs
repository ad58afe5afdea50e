namespace PartyCms.WeChat.Simulator.Materials;

/// <summary>Tells by its first bytes what a file is, whatever it is called.</summary>
internal static class MediaFormat
{
    public static string? Of(ReadOnlySpan<byte> bytes) => bytes switch
    {
        _ when bytes.StartsWith((ReadOnlySpan<byte>)[0xFF, 0xD8, 0xFF]) => "jpg",
        _ when bytes.StartsWith((ReadOnlySpan<byte>)[0x89, 0x50, 0x4E, 0x47, 0x0D, 0x0A, 0x1A, 0x0A]) => "png",
        _ when bytes.StartsWith("GIF87a"u8) || bytes.StartsWith("GIF89a"u8) => "gif",
        _ when bytes.StartsWith("BM"u8) => "bmp",
        _ when bytes.StartsWith("#!AMR"u8) => "amr",
        _ when bytes.StartsWith("ID3"u8) || (bytes.Length > 1 && bytes[0] == 0xFF && (bytes[1] & 0xE0) == 0xE0) => "mp3",
        _ when bytes.StartsWith("RIFF"u8) && bytes.Length > 11 && bytes[8..12].SequenceEqual("WAVE"u8) => "wav",
        _ when bytes.Length > 11 && bytes[4..8].SequenceEqual("ftyp"u8) => "mp4",
        _ => null,
    };

    public static string ContentTypeOf(string format) => format switch
    {
        "jpg" => "image/jpeg",
        "png" or "gif" or "bmp" => "image/" + format,
        "mp4" => "video/mp4",
        "mp3" => "audio/mpeg",
        _ => "audio/" + format,
    };

    /// <summary>Whether a name's ending belongs to a format.</summary>
    public static bool IsNamedFor(string fileName, string format)
    {
        var ending = Path.GetExtension(fileName).TrimStart('.');
        return ending.Equals(format, StringComparison.OrdinalIgnoreCase)
            || (format == "jpg" && ending.Equals("jpeg", StringComparison.OrdinalIgnoreCase));
    }
}
