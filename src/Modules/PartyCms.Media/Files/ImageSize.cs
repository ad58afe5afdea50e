using System.Buffers.Binary;

namespace PartyCms.Media.Files;

/// <summary>Width and height in pixels, read from a picture's header without decoding it.</summary>
internal readonly record struct ImageSize(int Width, int Height)
{
    private const int WebPHeader = 12;

    /// <summary>More than any phone makes; a larger one could exhaust memory when it is decoded.</summary>
    public const long MostPixels = 100_000_000;

    public long Pixels => (long)Width * Height;

    /// <summary>The size as shown, orientation applied; null where the header is damaged or says zero.</summary>
    public static ImageSize? Of(ReadOnlySpan<byte> content)
    {
        var type = MediaType.Of(content);
        var size = type == MediaType.Jpeg ? OfJpeg(content)
            : type == MediaType.Png ? OfPng(content)
            : type == MediaType.Gif ? OfGif(content)
            : type == MediaType.WebP ? OfWebP(content)
            : null;
        return size is { Width: > 0, Height: > 0 } ? size : null;
    }

    private static ImageSize? OfJpeg(ReadOnlySpan<byte> content)
    {
        ImageSize? size = null;
        foreach (var segment in new JpegSegments(content))
        {
            var data = segment.Data(content);
            if (segment.IsFrame && data.Length >= 5)
            {
                size = new(BinaryPrimitives.ReadUInt16BigEndian(data[3..]), BinaryPrimitives.ReadUInt16BigEndian(data[1..]));
                break;
            }
        }

        return size is { } found && JpegOrientation.Of(content) >= 5 ? new(found.Height, found.Width) : size;
    }

    private static ImageSize? OfPng(ReadOnlySpan<byte> content) =>
        content.Length >= 24 && content[12..16].SequenceEqual("IHDR"u8)
            ? Positive(BinaryPrimitives.ReadUInt32BigEndian(content[16..]), BinaryPrimitives.ReadUInt32BigEndian(content[20..]))
            : null;

    private static ImageSize? OfGif(ReadOnlySpan<byte> content) =>
        content.Length >= 10
            ? new(BinaryPrimitives.ReadUInt16LittleEndian(content[6..]), BinaryPrimitives.ReadUInt16LittleEndian(content[8..]))
            : null;

    private static ImageSize? OfWebP(ReadOnlySpan<byte> content)
    {
        if (content.Length < WebPHeader + 18)
        {
            return null;
        }

        var kind = content[WebPHeader..(WebPHeader + 4)];
        var data = content[(WebPHeader + 8)..];
        if (kind.SequenceEqual("VP8X"u8))
        {
            return new(1 + UInt24(data[4..]), 1 + UInt24(data[7..]));
        }

        if (kind.SequenceEqual("VP8L"u8) && data[0] == 0x2F)
        {
            var bits = BinaryPrimitives.ReadUInt32LittleEndian(data[1..]);
            return new(1 + (int)(bits & 0x3FFF), 1 + (int)((bits >> 14) & 0x3FFF));
        }

        return kind.SequenceEqual("VP8 "u8) && data[3..6].SequenceEqual(new byte[] { 0x9D, 0x01, 0x2A })
            ? new(BinaryPrimitives.ReadUInt16LittleEndian(data[6..]) & 0x3FFF, BinaryPrimitives.ReadUInt16LittleEndian(data[8..]) & 0x3FFF)
            : null;
    }

    private static int UInt24(ReadOnlySpan<byte> bytes) => bytes[0] | (bytes[1] << 8) | (bytes[2] << 16);

    private static ImageSize? Positive(uint width, uint height) =>
        width <= int.MaxValue && height <= int.MaxValue ? new((int)width, (int)height) : null;
}
