using System.Numerics;
using System.Security.Cryptography;
using System.Text.RegularExpressions;

namespace PartyCms.Kernel.Content;

/// <summary>
/// The 26-character ids of content items and versions: a random 128-bit GUID in lower-case Crockford base 32, which is
/// the form a real Orchard Core uses.
/// </summary>
public static partial class ContentIds
{
    /// <summary>Length of every id made here.</summary>
    public const int Length = 26;

    private const string Alphabet = "0123456789abcdefghjkmnpqrstvwxyz";

    /// <summary>A new random id; it always begins with 4, as all ids of the field do.</summary>
    public static string New()
    {
        Span<byte> bytes = stackalloc byte[16];
        RandomNumberGenerator.Fill(bytes);
        return Encode(bytes);
    }

    /// <summary>The id that stands for 16 given bytes; used where data must come out the same each time.</summary>
    public static string Encode(ReadOnlySpan<byte> bytes)
    {
        // A leading 3-bit group of 100 gives the first character 4, the version nibble of a random GUID.
        var value = new BigInteger(bytes, isUnsigned: true, isBigEndian: true);
        value &= (BigInteger.One << 125) - 1;
        value |= BigInteger.One << 127;
        return string.Create(Length, value, static (span, number) =>
        {
            for (var i = span.Length - 1; i >= 0; i--)
            {
                span[i] = Alphabet[(int)(number & 31)];
                number >>= 5;
            }
        });
    }

    /// <summary>Whether a text has the form of an id made here. Imported ids may have any form.</summary>
    public static bool IsWellFormed(string? text) => text is not null && Form().IsMatch(text);

    [GeneratedRegex("^4[0-9a-hjkmnp-tv-z]{25}$")]
    private static partial Regex Form();
}
