using System.Buffers;
using System.Text;
using System.Text.Unicode;

namespace PartyCms.WeChat.Client;

/// <summary>
/// Makes JSON of what WeChat sends as JSON: nicknames and titles arrive with raw control characters in strings, cut
/// characters and now and then a byte order mark, at which a strict reader gives up.
/// </summary>
internal static class AnswerText
{
    private static readonly SearchValues<byte> Controls =
        SearchValues.Create([.. Enumerable.Range(0, 0x20).Select(code => (byte)code)]);

    private static ReadOnlySpan<byte> ByteOrderMark => [0xEF, 0xBB, 0xBF];

    public static ReadOnlyMemory<byte> Clean(ReadOnlyMemory<byte> bytes)
    {
        if (bytes.Span.StartsWith(ByteOrderMark))
        {
            bytes = bytes[ByteOrderMark.Length..];
        }

        if (!Utf8.IsValid(bytes.Span))
        {
            bytes = Encoding.UTF8.GetBytes(Encoding.UTF8.GetString(bytes.Span));
        }

        return bytes.Span.ContainsAny(Controls) ? WithoutControls(bytes.Span) : bytes;
    }

    /// <summary>Whether the bytes begin like a JSON object: WeChat's errors do, pictures and sounds do not.</summary>
    public static bool LooksLikeObject(ReadOnlySpan<byte> bytes)
    {
        var start = bytes.StartsWith(ByteOrderMark) ? bytes[ByteOrderMark.Length..] : bytes;
        return start.TrimStart(" \t\r\n"u8).StartsWith((byte)'{');
    }

    private static byte[] WithoutControls(ReadOnlySpan<byte> bytes)
    {
        var clean = new ArrayBufferWriter<byte>(bytes.Length + 16);
        var inString = false;
        for (var i = 0; i < bytes.Length; i++)
        {
            var current = bytes[i];
            if (inString && current == '\\' && i + 1 < bytes.Length && bytes[i + 1] >= 0x20)
            {
                clean.Write(bytes.Slice(i, 2));
                i++;
                continue;
            }

            inString ^= current == '"';
            clean.Write(current >= 0x20 ? bytes.Slice(i, 1) : Written(current, inString));
        }

        return clean.WrittenSpan.ToArray();
    }

    private static ReadOnlySpan<byte> Written(byte control, bool inString) => control switch
    {
        (byte)'\n' => inString ? "\\n"u8 : "\n"u8,
        (byte)'\r' => inString ? "\\r"u8 : "\r"u8,
        (byte)'\t' => inString ? "\\t"u8 : "\t"u8,
        _ => [],
    };
}
