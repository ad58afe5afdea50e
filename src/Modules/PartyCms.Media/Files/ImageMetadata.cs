using System.Buffers.Binary;

namespace PartyCms.Media.Files;

/// <summary>
/// Takes out of a picture what readers must not get: place, time, device, author, comments, and whatever a phone hangs
/// behind the image. The picture itself stays as it is, byte for byte.
/// </summary>
internal static class ImageMetadata
{
    private const int PngSignature = 8;

    private const int PngFrame = 12;

    private const int WebPHeader = 12;

    private static ReadOnlySpan<byte> IccName => "ICC_PROFILE\0"u8;

    /// <summary>The cleaned file; other kinds than pictures come back unchanged. Null where the picture is damaged.</summary>
    public static byte[]? Strip(byte[] content)
    {
        var type = MediaType.Of(content);
        return type == MediaType.Jpeg ? StripJpeg(content)
            : type == MediaType.Png ? StripPng(content)
            : type == MediaType.WebP ? StripWebP(content)
            : content;
    }

    private static byte[]? StripJpeg(byte[] content)
    {
        var orientation = JpegOrientation.Of(content);
        using var kept = new MemoryStream(content.Length);
        kept.Write(content.AsSpan(0, 2));
        if (orientation != 1)
        {
            kept.Write(JpegOrientation.Segment(orientation));
        }

        var hasScan = false;
        var segments = new JpegSegments(content);
        while (segments.MoveNext())
        {
            var segment = segments.Current;
            hasScan |= segment.Marker == JpegSegment.StartOfScan;
            if (IsNeeded(segment, content))
            {
                kept.Write(content.AsSpan(segment.Start, segment.End - segment.Start));
            }
        }

        return hasScan && segments.IsComplete ? kept.ToArray() : null;
    }

    // APP0 gives the density, APP2 the color profile, APP14 the color transform; the other fourteen tell tales.
    private static bool IsNeeded(JpegSegment segment, ReadOnlySpan<byte> content) => segment.Marker switch
    {
        0xE0 or 0xEE => true,
        0xE2 => segment.Data(content).StartsWith(IccName),
        >= 0xE1 and <= 0xEF or 0xFE => false,
        _ => true,
    };

    private static byte[]? StripPng(byte[] content)
    {
        using var kept = new MemoryStream(content.Length);
        kept.Write(content.AsSpan(0, PngSignature));
        var at = PngSignature;
        while (at + PngFrame <= content.Length)
        {
            var length = BinaryPrimitives.ReadUInt32BigEndian(content.AsSpan(at));
            if (length > content.Length - at - PngFrame)
            {
                return null;
            }

            var kind = content.AsSpan(at + 4, 4);
            var whole = PngFrame + (int)length;
            if (IsNeeded(kind))
            {
                kept.Write(content.AsSpan(at, whole));
            }

            at += whole;
            if (kind.SequenceEqual("IEND"u8))
            {
                return kept.ToArray();
            }
        }

        return null;
    }

    // Upper case begins the chunks without which nothing can be shown; of the others those that change the look stay.
    private static bool IsNeeded(ReadOnlySpan<byte> chunk) =>
        char.IsAsciiLetterUpper((char)chunk[0])
        || chunk.SequenceEqual("tRNS"u8) || chunk.SequenceEqual("gAMA"u8) || chunk.SequenceEqual("cHRM"u8)
        || chunk.SequenceEqual("sRGB"u8) || chunk.SequenceEqual("iCCP"u8) || chunk.SequenceEqual("sBIT"u8)
        || chunk.SequenceEqual("cICP"u8) || chunk.SequenceEqual("pHYs"u8) || chunk.SequenceEqual("bKGD"u8)
        || chunk.SequenceEqual("acTL"u8) || chunk.SequenceEqual("fcTL"u8) || chunk.SequenceEqual("fdAT"u8);

    private static byte[]? StripWebP(byte[] content)
    {
        const byte ExifAndXmp = 0b0000_1100;
        using var kept = new MemoryStream(content.Length);
        kept.Write(content.AsSpan(0, WebPHeader));
        var at = WebPHeader;
        var end = Math.Min((long)content.Length, 8L + BinaryPrimitives.ReadUInt32LittleEndian(content.AsSpan(4)));
        while (at + 8 <= end)
        {
            var length = BinaryPrimitives.ReadUInt32LittleEndian(content.AsSpan(at + 4));
            var whole = 8L + length + (length & 1);
            if (at + 8 + length > end)
            {
                return null;
            }

            var chunk = content.AsSpan(at, (int)Math.Min(whole, end - at)).ToArray();
            if (chunk.AsSpan(0, 4).SequenceEqual("VP8X"u8) && chunk.Length > 8)
            {
                chunk[8] &= unchecked((byte)~ExifAndXmp);
            }

            if (!chunk.AsSpan(0, 4).SequenceEqual("EXIF"u8) && !chunk.AsSpan(0, 4).SequenceEqual("XMP "u8))
            {
                kept.Write(chunk);
            }

            at += chunk.Length;
        }

        var result = kept.ToArray();
        BinaryPrimitives.WriteUInt32LittleEndian(result.AsSpan(4), (uint)result.Length - 8);
        return result.Length > WebPHeader ? result : null;
    }
}
