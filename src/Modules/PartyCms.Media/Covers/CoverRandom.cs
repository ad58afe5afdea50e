using System.Text;

namespace PartyCms.Media.Covers;

/// <summary>
/// Numbers that follow from a seed alone, on every machine and every version of the runtime: the same address must
/// answer with the same bytes for as long as caches keep it (SplitMix64 over an FNV-1a hash).
/// </summary>
internal sealed class CoverRandom
{
    private ulong _state = 14695981039346656037;

    public CoverRandom(string seed)
    {
        foreach (var value in Encoding.UTF8.GetBytes(seed))
        {
            _state = (_state ^ value) * 1099511628211;
        }
    }

    /// <summary>An integer from <paramref name="least" /> to <paramref name="most" />, both included.</summary>
    public int Between(int least, int most) => least + (int)(Next() % (ulong)(most - least + 1));

    /// <summary>A number from 0 up to 1.</summary>
    public double Fraction() => (Next() >> 11) * (1.0 / (1UL << 53));

    public bool Chance(int percent) => Between(1, 100) <= percent;

    public T Pick<T>(params ReadOnlySpan<T> choices) => choices[Between(0, choices.Length - 1)];

    private ulong Next()
    {
        _state += 0x9E3779B97F4A7C15;
        var mixed = (_state ^ (_state >> 30)) * 0xBF58476D1CE4E5B9;
        mixed = (mixed ^ (mixed >> 27)) * 0x94D049BB133111EB;
        return mixed ^ (mixed >> 31);
    }
}
