using System.Buffers.Text;
using System.Globalization;
using System.Security.Cryptography;

namespace PartyCms.WeChat.Simulator.Wire;

/// <summary>Numbers and names in the shapes that WeChat gives them.</summary>
internal sealed class SimulatedIds(Func<bool> areHuge)
{
    // Above 2^53: a reader that takes numbers for doubles loses the last digits.
    private const long Huge = 9_007_199_254_740_993;

    private long _number;

    /// <summary>A number that was not given before.</summary>
    public long Number(long from)
    {
        var step = Interlocked.Increment(ref _number);
        return (areHuge() ? Huge : from) + step;
    }

    /// <summary>Letters, digits, minus and underscore that nobody guesses.</summary>
    public static string Word(int length)
    {
        var text = Base64Url.EncodeToString(RandomNumberGenerator.GetBytes(length));
        return text[..length];
    }

    public static string Rid(DateTimeOffset now) => string.Create(
        CultureInfo.InvariantCulture,
        $"{now.ToUnixTimeSeconds():x8}-{RandomNumberGenerator.GetInt32(int.MaxValue):x8}-{RandomNumberGenerator.GetInt32(int.MaxValue):x8}");
}
