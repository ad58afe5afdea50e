using System.Text.Json;
using PartyCms.Kernel.Content;

namespace PartyCms.IntegrationTests.Search.Relevance;

/// <summary>What a reader who types this hopes to find.</summary>
/// <param name="Query">What is typed.</param>
/// <param name="Relevant">
/// Permalinks of the demo, or <c>lessons/@title</c> for a lesson, whose address is its day: 3 for what was meant, 2 for what
/// helps as well, 1 for what touches it. What is not listed is beside the point.
/// </param>
internal sealed record Judgement(string Query, IReadOnlyDictionary<string, int> Relevant)
{
    /// <summary>All judgements, in the order of the file.</summary>
    public static IReadOnlyList<Judgement> ReadAll()
    {
        using var stream = typeof(Judgement).Assembly.GetManifestResourceStream("judgements.json")!;
        return JsonSerializer.Deserialize<List<Judgement>>(stream, JsonSerializerOptions.Web)!;
    }

    /// <summary>The key by which an item stands in the judgements.</summary>
    public static string KeyOf(ContentSummary summary) =>
        summary.ContentType == "DailyLesson" ? "lessons/@" + summary.Title : summary.Path;

    /// <summary>Normalized discounted cumulative gain of the first ten: 1 where the order could not be better, 0 where nothing helps.</summary>
    public double ScoreOf(IEnumerable<string> found)
    {
        var best = Gain(Relevant.Values.OrderDescending());
        return Gain(found.Select(key => Relevant.GetValueOrDefault(key))) / best;
    }

    private static double Gain(IEnumerable<int> grades) =>
        grades.Take(10).Select((grade, place) => (Math.Pow(2, grade) - 1) / Math.Log2(place + 2)).Sum();
}
