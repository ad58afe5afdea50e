namespace PartyCms.WeChat.Simulator.QrCodes;

/// <summary>Check bytes from which a reader restores what is damaged.</summary>
internal static class ReedSolomon
{
    public static byte[] Correct(byte[] data, int length)
    {
        var divisor = Divisor(length);
        var remainder = new byte[length];
        foreach (var value in data)
        {
            var factor = (byte)(value ^ remainder[0]);
            remainder.AsSpan(1).CopyTo(remainder);
            remainder[^1] = 0;
            for (var index = 0; index < length; index++)
            {
                remainder[index] ^= Multiply(divisor[index], factor);
            }
        }

        return remainder;
    }

    /// <summary>Product of (x - 2^0) … (x - 2^(length-1)), highest power first and without its leading 1.</summary>
    private static byte[] Divisor(int length)
    {
        var result = new byte[length];
        result[^1] = 1;
        byte root = 1;
        for (var factor = 0; factor < length; factor++)
        {
            for (var index = 0; index < length; index++)
            {
                result[index] = Multiply(result[index], root);
                if (index + 1 < length)
                {
                    result[index] ^= result[index + 1];
                }
            }

            root = Multiply(root, 2);
        }

        return result;
    }

    // In the field of 256 elements that QR codes use, x^8 + x^4 + x^3 + x^2 + 1.
    private static byte Multiply(byte x, byte y)
    {
        var product = 0;
        for (var bit = 7; bit >= 0; bit--)
        {
            product = (product << 1) ^ ((product >> 7) * 0x11D);
            product ^= ((y >> bit) & 1) * x;
        }

        return (byte)product;
    }
}
