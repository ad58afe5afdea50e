using System.Text;

namespace PartyCms.Benchmarks.Search;

/// <summary>
/// Articles of about 2,000 Chinese characters out of 5,000 invented words, whose frequencies follow Zipf's law as those of
/// real words do. The same seed gives the same articles.
/// </summary>
internal sealed class ArticleTexts(int seed)
{
    private const int WordCount = 5_000;

    private const int Length = 2_000;

    private readonly Random _random = new(seed);

    private readonly string[] _words = MakeWords(new Random(668));

    private readonly double[] _sums = MakeSums();

    /// <summary>The word of a rank, 0 for the most common.</summary>
    public string WordAt(int rank) => _words[rank];

    /// <summary>Some words in a row.</summary>
    public string Sentence(int words)
    {
        var text = new StringBuilder();
        for (var i = 0; i < words; i++)
        {
            text.Append(NextWord());
        }

        return text.ToString();
    }

    /// <summary>A body.</summary>
    public string Body()
    {
        var text = new StringBuilder();
        while (text.Length < Length)
        {
            text.Append(Sentence(_random.Next(3, 9))).Append(_random.Next(3) == 0 ? '。' : '，');
        }

        return text.ToString();
    }

    private string NextWord()
    {
        var place = Array.BinarySearch(_sums, _random.NextDouble() * _sums[^1]);
        return _words[place < 0 ? ~place : place];
    }

    private static string[] MakeWords(Random random)
    {
        var words = new HashSet<string>(StringComparer.Ordinal);
        while (words.Count < WordCount)
        {
            words.Add($"{(char)(0x4E00 + random.Next(1_500))}{(char)(0x4E00 + random.Next(1_500))}");
        }

        return [.. words];
    }

    private static double[] MakeSums()
    {
        var sums = new double[WordCount];
        var sum = 0.0;
        for (var i = 0; i < WordCount; i++)
        {
            sum += 1.0 / (i + 2.7);
            sums[i] = sum;
        }

        return sums;
    }
}
