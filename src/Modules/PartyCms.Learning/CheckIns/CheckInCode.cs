using System.Buffers.Binary;
using System.Globalization;
using System.Security.Cryptography;

namespace PartyCms.Learning.CheckIns;

/// <summary>
/// The six digits that change every 30 seconds, so that a photograph of them helps nobody who is not there (domain 6.6):
/// TOTP of RFC 6238 with HMAC-SHA-256.
/// </summary>
internal static class CheckInCode
{
    /// <summary>Seconds that one code is shown.</summary>
    public const int StepSeconds = 30;

    private const int KeyBytes = 32;

    public static byte[] NewKey() => RandomNumberGenerator.GetBytes(KeyBytes);

    /// <summary>The code of an instant.</summary>
    public static string At(byte[] key, DateTimeOffset instant) => OfStep(key, StepOf(instant));

    /// <summary>Whether a code is that of now or the one shown just before: raising a telephone takes a while.</summary>
    public static bool IsShown(byte[] key, string code, DateTimeOffset now)
    {
        var step = StepOf(now);
        return code == OfStep(key, step) || code == OfStep(key, step - 1);
    }

    /// <summary>Seconds until the code changes, 1 to 30.</summary>
    public static int SecondsLeft(DateTimeOffset now) => StepSeconds - (int)(now.ToUnixTimeSeconds() % StepSeconds);

    private static long StepOf(DateTimeOffset instant) => instant.ToUnixTimeSeconds() / StepSeconds;

    private static string OfStep(byte[] key, long step)
    {
        Span<byte> counter = stackalloc byte[sizeof(long)];
        BinaryPrimitives.WriteInt64BigEndian(counter, step);
        Span<byte> hash = stackalloc byte[HMACSHA256.HashSizeInBytes];
        HMACSHA256.HashData(key, counter, hash);
        var number = BinaryPrimitives.ReadUInt32BigEndian(hash[(hash[^1] & 0x0F)..]) & 0x7FFF_FFFF;
        return (number % 1_000_000).ToString("D6", CultureInfo.InvariantCulture);
    }
}
