using System.Text;

namespace PartyCms.WeChat.Simulator.QrCodes;

/// <summary>
/// A QR code of one size: version 4 with correction M, which holds 62 bytes and so every address that WeChat gives.
/// ISO/IEC 18004.
/// </summary>
internal sealed class QrMatrix
{
    /// <summary>Modules on each side.</summary>
    public const int Size = 33;

    /// <summary>Bytes that fit.</summary>
    public const int Capacity = 62;

    private const int DataLength = 64;
    private const int Blocks = 2;
    private const int CorrectionLength = 18;

    // Correction M and mask 0, with their check bits.
    private const int Format = 0b101010000010010;

    private readonly bool[,] _dark = new bool[Size, Size];
    private readonly bool[,] _isFixed = new bool[Size, Size];

    private QrMatrix()
    {
    }

    public bool IsDark(int x, int y) => _dark[y, x];

    public static QrMatrix Of(string text)
    {
        var bytes = Encoding.UTF8.GetBytes(text);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(bytes.Length, Capacity, nameof(text));
        var matrix = new QrMatrix();
        matrix.DrawPatterns();
        matrix.DrawData(Interleave(Encode(bytes)));
        return matrix;
    }

    private static byte[] Encode(byte[] bytes)
    {
        // Four bits for "bytes", eight for how many: every byte is moved by half of one.
        var data = new byte[DataLength];
        data[0] = (byte)(0x40 | (bytes.Length >> 4));
        data[1] = (byte)(bytes.Length << 4);
        for (var index = 0; index < bytes.Length; index++)
        {
            data[index + 1] |= (byte)(bytes[index] >> 4);
            data[index + 2] = (byte)(bytes[index] << 4);
        }

        for (var index = bytes.Length + 2; index < DataLength; index++)
        {
            data[index] = (byte)((index - bytes.Length) % 2 == 0 ? 0xEC : 0x11);
        }

        return data;
    }

    private static List<byte> Interleave(byte[] data)
    {
        const int Length = DataLength / Blocks;
        var blocks = data.Chunk(Length).ToList();
        var corrections = blocks.ConvertAll(block => ReedSolomon.Correct(block, CorrectionLength));
        var result = new List<byte>();
        for (var index = 0; index < Length; index++)
        {
            result.AddRange(blocks.Select(block => block[index]));
        }

        for (var index = 0; index < CorrectionLength; index++)
        {
            result.AddRange(corrections.Select(correction => correction[index]));
        }

        return result;
    }

    private void DrawPatterns()
    {
        for (var index = 0; index < Size; index++)
        {
            Fix(6, index, index % 2 == 0);
            Fix(index, 6, index % 2 == 0);
        }

        DrawRings(3, 3, 4);
        DrawRings(Size - 4, 3, 4);
        DrawRings(3, Size - 4, 4);
        DrawRings(26, 26, 2);
        DrawFormat();
    }

    /// <summary>A square of dark and light rings around a dark middle: finders, and the small one for alignment.</summary>
    private void DrawRings(int x, int y, int radius)
    {
        for (var dy = -radius; dy <= radius; dy++)
        {
            for (var dx = -radius; dx <= radius; dx++)
            {
                var ring = Math.Max(Math.Abs(dx), Math.Abs(dy));
                if (x + dx is >= 0 and < Size && y + dy is >= 0 and < Size)
                {
                    Fix(x + dx, y + dy, radius == 2 ? ring != 1 : ring is not (2 or 4));
                }
            }
        }
    }

    private void DrawFormat()
    {
        for (var bit = 0; bit < 15; bit++)
        {
            var isDark = ((Format >> bit) & 1) == 1;
            var (x, y) = bit switch
            {
                < 6 => (8, bit),
                6 => (8, 7),
                7 => (8, 8),
                8 => (7, 8),
                _ => (14 - bit, 8),
            };
            Fix(x, y, isDark);
            (x, y) = bit < 8 ? (Size - 1 - bit, 8) : (8, Size - 15 + bit);
            Fix(x, y, isDark);
        }

        Fix(8, Size - 8, isDark: true);
    }

    /// <summary>Two columns at a time from the right, up and down in turn, around what is fixed.</summary>
    private void DrawData(List<byte> codewords)
    {
        var bit = 0;
        for (var right = Size - 1; right >= 1; right -= 2)
        {
            right = right == 6 ? 5 : right;
            for (var step = 0; step < Size; step++)
            {
                var isUpward = ((right + 1) & 2) == 0;
                var y = isUpward ? Size - 1 - step : step;
                for (var x = right; x > right - 2; x--)
                {
                    if (!_isFixed[y, x])
                    {
                        var isSet = bit < codewords.Count * 8 && ((codewords[bit / 8] >> (7 - (bit % 8))) & 1) == 1;
                        _dark[y, x] = isSet != ((x + y) % 2 == 0);
                        bit++;
                    }
                }
            }
        }
    }

    private void Fix(int x, int y, bool isDark)
    {
        _dark[y, x] = isDark;
        _isFixed[y, x] = true;
    }
}
