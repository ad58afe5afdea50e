using System.Buffers.Binary;
using System.Text;

namespace PartyCms.UnitTests.Media;

/// <summary>Small pictures made by hand, with and without what a phone writes into them.</summary>
internal static class Pictures
{
    /// <summary>Latitude of an imaginary place, to be found again where it must not be.</summary>
    public const string Secret = "31.2304N";

    public static byte[] Jpeg(int width, int height, int orientation = 1, bool isTalkative = false) =>
    [
        0xFF, 0xD8,
        .. Segment(0xE0, [.. "JFIF\0"u8, 1, 1, 0, 0, 1, 0, 1, 0, 0]),
        .. orientation == 1 && !isTalkative ? [] : Exif(orientation),
        .. isTalkative ? Segment(0xE1, [.. "http://ns.adobe.com/xap/1.0/\0"u8, .. Encoding.ASCII.GetBytes(Secret)]) : [],
        .. isTalkative ? Segment(0xED, [.. "Photoshop 3.0\0"u8, .. Encoding.ASCII.GetBytes(Secret)]) : [],
        .. isTalkative ? Segment(0xFE, Encoding.ASCII.GetBytes(Secret)) : [],
        .. Segment(0xE2, [.. "ICC_PROFILE\0"u8, 1, 1, 7, 7]),
        .. Segment(0xDB, new byte[65]),
        .. Segment(0xC2, [8, .. Big16(height), .. Big16(width), 1, 1, 0x11, 0]),
        .. Segment(0xDA, [1, 1, 0, 0, 63, 0]), 1, 2, 0xFF, 0x00, 3, 0xFF, 0xD0, 4,
        .. Segment(0xDA, [1, 1, 0, 0, 63, 0]), 5, 6, 7,
        0xFF, 0xD9,
        .. isTalkative ? Encoding.ASCII.GetBytes("a second image behind the first: " + Secret) : [],
    ];

    public static byte[] Png(int width, int height, bool isTalkative = false) =>
    [
        0x89, (byte)'P', (byte)'N', (byte)'G', 0x0D, 0x0A, 0x1A, 0x0A,
        .. Chunk("IHDR", [.. Big32(width), .. Big32(height), 8, 2, 0, 0, 0]),
        .. isTalkative ? Chunk("tEXt", Encoding.ASCII.GetBytes("Location\0" + Secret)) : [],
        .. isTalkative ? Chunk("eXIf", Encoding.ASCII.GetBytes(Secret)) : [],
        .. Chunk("gAMA", [0, 0, 0xB1, 0x8F]),
        .. Chunk("IDAT", [1, 2, 3]),
        .. Chunk("IEND", []),
        .. isTalkative ? Encoding.ASCII.GetBytes(Secret) : [],
    ];

    public static byte[] Gif(int width, int height) => [.. "GIF89a"u8, .. Little16(width), .. Little16(height), 0, 0, 0, 0x3B];

    public static byte[] WebP(int width, int height, bool isTalkative = false)
    {
        byte[] chunks =
        [
            .. Riff("VP8X", [isTalkative ? (byte)0x0C : (byte)0, 0, 0, 0, .. Little24(width - 1), .. Little24(height - 1)]),
            .. Riff("VP8L", [0x2F, 1, 2, 3, 4]),
            .. isTalkative ? Riff("EXIF", Encoding.ASCII.GetBytes(Secret)) : [],
            .. isTalkative ? Riff("XMP ", Encoding.ASCII.GetBytes(Secret)) : [],
        ];
        return [.. "RIFF"u8, .. Little32(chunks.Length + 4), .. "WEBP"u8, .. chunks];
    }

    public static byte[] LosslessWebP(int width, int height) =>
    [
        .. "RIFF"u8, .. Little32(26), .. "WEBP"u8,
        .. Riff("VP8L", [0x2F, .. Little32((width - 1) | ((height - 1) << 14)), 0, 0, 0, 0, 0]),
    ];

    public static byte[] LossyWebP(int width, int height) =>
    [
        .. "RIFF"u8, .. Little32(22), .. "WEBP"u8,
        .. Riff("VP8 ", [0, 0, 0, 0x9D, 0x01, 0x2A, .. Little16(width), .. Little16(height)]),
    ];

    private static byte[] Exif(int orientation) => Segment(
        0xE1,
        [
            .. "Exif\0\0II"u8, 0x2A, 0, 8, 0, 0, 0, 2, 0,
            0x0F, 0x01, 2, 0, 8, 0, 0, 0, 0, 0, 0, 0,
            0x12, 0x01, 3, 0, 1, 0, 0, 0, (byte)orientation, 0, 0, 0,
            0, 0, 0, 0, .. Encoding.ASCII.GetBytes(Secret),
        ]);

    private static byte[] Segment(byte marker, byte[] data) => [0xFF, marker, .. Big16(data.Length + 2), .. data];

    private static byte[] Chunk(string kind, byte[] data) =>
        [.. Big32(data.Length), .. Encoding.ASCII.GetBytes(kind), .. data, 0, 0, 0, 0];

    private static byte[] Riff(string kind, byte[] data) =>
        [.. Encoding.ASCII.GetBytes(kind), .. Little32(data.Length), .. data, .. data.Length % 2 == 1 ? new byte[1] : []];

    private static byte[] Big16(int value) => [(byte)(value >> 8), (byte)value];

    private static byte[] Little16(int value) => [(byte)value, (byte)(value >> 8)];

    private static byte[] Little24(int value) => [(byte)value, (byte)(value >> 8), (byte)(value >> 16)];

    private static byte[] Big32(int value)
    {
        var bytes = new byte[4];
        BinaryPrimitives.WriteInt32BigEndian(bytes, value);
        return bytes;
    }

    private static byte[] Little32(int value)
    {
        var bytes = new byte[4];
        BinaryPrimitives.WriteInt32LittleEndian(bytes, value);
        return bytes;
    }
}
