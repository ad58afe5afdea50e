using System.Globalization;
using System.Net.Http.Json;
using System.Text;
using System.Text.Json;
using Microsoft.Extensions.DependencyInjection;
using PartyCms.Kernel.Content;
using PartyCms.Kernel.Data;

namespace PartyCms.IntegrationTests.Search.Relevance;

/// <summary>
/// How well the search answers what people would ask of the demo. A change of weights that looks harmless shows here.
/// See docs/search.md.
/// </summary>
public sealed class RelevanceTests(CmsFactory site) : IClassFixture<CmsFactory>
{
    /// <summary>What was reached when it was last recorded.</summary>
    private const double Recorded = 0.92;

    private const double Tolerance = 0.01;

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Fact]
    public async Task The_mean_score_does_not_fall_below_the_recorded_one()
    {
        var keys = await KeysAsync();
        using var visitor = site.CreateVisitor();
        var rows = new List<(Judgement Judgement, double Score, IReadOnlyList<string> Found)>();
        foreach (var judgement in Judgement.ReadAll())
        {
            var found = await FindAsync(visitor, judgement.Query, keys);
            rows.Add((judgement, judgement.ScoreOf(found), found));
        }

        var mean = rows.Average(row => row.Score);
        await WriteAsync(rows, mean);
        Assert.True(mean >= Recorded - Tolerance, $"nDCG@10 is {mean:0.0000}, recorded {Recorded:0.0000}; see artifacts/test-output.");
    }

    [Fact]
    public async Task Each_judged_item_is_published_in_the_demo()
    {
        var known = (await KeysAsync()).Values.ToHashSet(StringComparer.Ordinal);
        var judgements = Judgement.ReadAll();

        Assert.InRange(judgements.Count, 60, 1000);
        Assert.Equal(judgements.Count, judgements.Select(judgement => judgement.Query).Distinct().Count());
        Assert.Empty(judgements.SelectMany(judgement => judgement.Relevant.Keys).Except(known));
        Assert.All(judgements.SelectMany(judgement => judgement.Relevant.Values), grade => Assert.InRange(grade, 1, 3));
    }

    /// <summary>Keys of the judgements by address.</summary>
    private Task<Dictionary<string, string>> KeysAsync() => site.WithServicesAsync(async services =>
        (await services.GetRequiredService<CmsDbContext>().Set<ContentSummary>().AsNoTracking().ToListAsync(Cancellation))
        .ToDictionary(summary => summary.Href, Judgement.KeyOf, StringComparer.Ordinal));

    /// <summary>What a reader sees: the hits, or where there are none what comes near.</summary>
    private static async Task<IReadOnlyList<string>> FindAsync(HttpClient visitor, string query, Dictionary<string, string> keys)
    {
        var answer = await visitor.GetFromJsonAsync<JsonElement>("/api/search?take=10&q=" + Uri.EscapeDataString(query), Cancellation);
        return
        [
            .. answer.GetProperty("items").EnumerateArray().Concat(answer.GetProperty("related").EnumerateArray())
                .Select(item => keys[item.GetProperty("url").GetString()!]),
        ];
    }

    private static async Task WriteAsync(
        IReadOnlyList<(Judgement Judgement, double Score, IReadOnlyList<string> Found)> rows, double mean)
    {
        var engine = CmsFactory.PostgreSql is null ? "sqlite" : "postgresql";
        var table = new StringBuilder().AppendLine(
            CultureInfo.InvariantCulture, $"# Relevance on {engine}: nDCG@10 {mean:0.0000} over {rows.Count} queries").AppendLine()
            .AppendLine("| score | query | found |").AppendLine("|---|---|---|");
        foreach (var (judgement, score, found) in rows.OrderBy(row => row.Score))
        {
            var graded = found.Select(key => $"{key} ({judgement.Relevant.GetValueOrDefault(key)})");
            table.AppendLine(CultureInfo.InvariantCulture, $"| {score:0.000} | {judgement.Query} | {string.Join(", ", graded)} |");
        }

        var folder = Directory.CreateDirectory(Path.Combine(RepositoryFolder.Root, "artifacts", "test-output"));
        await File.WriteAllTextAsync(Path.Combine(folder.FullName, $"relevance-{engine}.md"), table.ToString(), Cancellation);
    }
}
