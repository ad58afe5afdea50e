using System.Buffers.Binary;

namespace PartyCms.Media.Files;

/// <summary>The one thing of a photo's metadata that readers need: which way is up.</summary>
internal static class JpegOrientation
{
    public const byte App1 = 0xE1;

    private const int Tag = 0x0112;

    private const int EntryLength = 12;

    private static ReadOnlySpan<byte> ExifName => "Exif\0\0"u8;

    /// <summary>1 to 8 as the Exif standard counts (1 upright; 5 to 8 lie on their side); 1 where nothing is said.</summary>
    public static int Of(ReadOnlySpan<byte> content)
    {
        foreach (var segment in new JpegSegments(content))
        {
            var data = segment.Data(content);
            if (segment.Marker == App1 && data.StartsWith(ExifName))
            {
                return InTiff(data[ExifName.Length..]);
            }

            if (segment.Marker == JpegSegment.StartOfScan)
            {
                break;
            }
        }

        return 1;
    }

    /// <summary>A whole APP1 segment that says the orientation and nothing else.</summary>
    public static byte[] Segment(int orientation) =>
    [
        0xFF, App1, 0x00, 0x22, .. ExifName,
        (byte)'M', (byte)'M', 0x00, 0x2A, 0x00, 0x00, 0x00, 0x08,
        0x00, 0x01, 0x01, 0x12, 0x00, 0x03, 0x00, 0x00, 0x00, 0x01, 0x00, (byte)orientation, 0x00, 0x00,
        0x00, 0x00, 0x00, 0x00,
    ];

    private static int InTiff(ReadOnlySpan<byte> tiff)
    {
        if (tiff.Length < 8)
        {
            return 1;
        }

        var isLittle = tiff[0] == 'I';
        var directory = Number(tiff[4..], isLittle);
        if (directory > (uint)tiff.Length - 2)
        {
            return 1;
        }

        var entries = tiff[(int)directory..];
        var count = Short(entries, isLittle);
        for (var index = 0; index < count; index++)
        {
            var at = 2 + (index * EntryLength);
            if (at + EntryLength > entries.Length)
            {
                break;
            }

            if (Short(entries[at..], isLittle) == Tag)
            {
                var value = Short(entries[(at + 8)..], isLittle);
                return value is >= 1 and <= 8 ? value : 1;
            }
        }

        return 1;
    }

    private static int Short(ReadOnlySpan<byte> bytes, bool isLittle) => isLittle
        ? BinaryPrimitives.ReadUInt16LittleEndian(bytes)
        : BinaryPrimitives.ReadUInt16BigEndian(bytes);

    private static uint Number(ReadOnlySpan<byte> bytes, bool isLittle) => isLittle
        ? BinaryPrimitives.ReadUInt32LittleEndian(bytes)
        : BinaryPrimitives.ReadUInt32BigEndian(bytes);
}
