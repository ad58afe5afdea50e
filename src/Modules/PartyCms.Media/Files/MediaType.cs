namespace PartyCms.Media.Files;

/// <summary>A kind of file that may be uploaded, told by its first bytes, never by its name.</summary>
/// <param name="Extension">Extension of stored files, without dot.</param>
/// <param name="ContentType">Media type it is served as.</param>
/// <param name="IsImage">Whether it has a width and a height.</param>
internal sealed record MediaType(string Extension, string ContentType, bool IsImage)
{
    /// <summary>Bytes that <see cref="Of" /> wants to see; a shorter file is judged by what it has.</summary>
    public const int SignatureLength = 16;

    public static MediaType Jpeg { get; } = new("jpg", "image/jpeg", true);

    public static MediaType Png { get; } = new("png", "image/png", true);

    public static MediaType Gif { get; } = new("gif", "image/gif", true);

    public static MediaType WebP { get; } = new("webp", "image/webp", true);

    public static MediaType Pdf { get; } = new("pdf", "application/pdf", false);

    public static MediaType Mp4 { get; } = new("mp4", "video/mp4", false);

    public static MediaType Mp3 { get; } = new("mp3", "audio/mpeg", false);

    public static IReadOnlyList<MediaType> All { get; } = [Jpeg, Png, Gif, WebP, Pdf, Mp4, Mp3];

    /// <summary>The kind the content is of, or null.</summary>
    public static MediaType? Of(ReadOnlySpan<byte> content) => content switch
    {
        [0xFF, 0xD8, 0xFF, ..] => Jpeg,
        [0x89, (byte)'P', (byte)'N', (byte)'G', 0x0D, 0x0A, 0x1A, 0x0A, ..] => Png,
        [(byte)'G', (byte)'I', (byte)'F', (byte)'8', (byte)'7' or (byte)'9', (byte)'a', ..] => Gif,
        [(byte)'R', (byte)'I', (byte)'F', (byte)'F', _, _, _, _, (byte)'W', (byte)'E', (byte)'B', (byte)'P', ..] => WebP,
        [(byte)'%', (byte)'P', (byte)'D', (byte)'F', (byte)'-', ..] => Pdf,
        [_, _, _, _, (byte)'f', (byte)'t', (byte)'y', (byte)'p', ..] => IsVideoBrand(content[8..]) ? Mp4 : null,
        [(byte)'I', (byte)'D', (byte)'3', < 0xFF, < 0xFF, ..] => Mp3,
        [0xFF, 0xFB or 0xF3 or 0xF2 or 0xFA, ..] => Mp3,
        _ => null,
    };

    /// <summary>The kind of a stored file's name, or null.</summary>
    public static MediaType? OfExtension(ReadOnlySpan<char> extension)
    {
        foreach (var type in All)
        {
            if (extension.SequenceEqual(type.Extension))
            {
                return type;
            }
        }

        return null;
    }

    // The same box opens HEIC and AVIF pictures; browsers of older phones show neither.
    private static bool IsVideoBrand(ReadOnlySpan<byte> brand) =>
        brand.Length >= 4 && (brand[..3].SequenceEqual("iso"u8) || brand[..3].SequenceEqual("mp4"u8)
            || brand[..4].SequenceEqual("avc1"u8) || brand[..4].SequenceEqual("M4V "u8) || brand[..4].SequenceEqual("MSNV"u8)
            || brand[..3].SequenceEqual("3gp"u8) || brand[..4].SequenceEqual("dash"u8));
}
