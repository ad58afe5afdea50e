using System.Diagnostics;
using System.Globalization;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Diagnostics;
using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Migrations;
using PartyCms.Data.Sqlite;
using PartyCms.Kernel.Data;
using PartyCms.Kernel.Modularity;
using PartyCms.Kernel.Search;
using PartyCms.Kernel.Text;

namespace PartyCms.Benchmarks.Search;

/// <summary>
/// What the index of SQLite takes: size, time to add an entry, and time of a search as the site does it (total, facets
/// and the first ten), while it grows. Prints a table in Markdown.
/// </summary>
internal static class SearchSpeed
{
    private const int Rounds = 40;

    private const int BatchSize = 500;

    private static readonly DateTimeOffset Now = new(2026, 11, 22, 4, 0, 0, TimeSpan.Zero);

    private static readonly string[] Types = ["BranchNews", "BranchNews", "BranchNews", "Disclosure", "DailyLesson", "Guide", "Notice"];

    // Ranks of words: every article holds the first, one in five hundred the last.
    private static readonly (string Name, int[] Ranks)[] Queries =
    [
        ("in every article", [0, 1, 2]),
        ("in half of them", [80, 90, 100]),
        ("in a tenth", [800, 900, 1_000]),
        ("in a fiftieth", [4_000, 4_500, 4_999]),
    ];

    public static async Task<int> RunAsync(IEnumerable<int> counts)
    {
        var folder = Directory.CreateTempSubdirectory("partycms-search-");
        try
        {
            await using var db = Open(Path.Combine(folder.FullName, "search.db"));
            var index = new SqliteSearchIndex();
            var texts = new ArticleTexts(1);
            Console.WriteLine("| articles | index, MiB | kB an article | add, ms | query | matches | p50, ms | p95, ms |");
            Console.WriteLine("|---:|---:|---:|---:|---|---:|---:|---:|");
            var known = 0;
            foreach (var count in counts)
            {
                var added = await AddAsync(db, index, texts, known, count);
                known = count;
                var size = await db.Database.SqlQuery<long>(
                    $"SELECT page_count * page_size AS \"Value\" FROM pragma_page_count(), pragma_page_size()").SingleAsync();
                var head = string.Create(
                    CultureInfo.InvariantCulture, $"| {count:N0} | {size / 1048576.0:0} | {size / 1000.0 / count:0.0} | {added:0.0} |");
                foreach (var (name, ranks) in Queries)
                {
                    Console.WriteLine(head + await MeasureAsync(db, index, name, [.. ranks.Select(texts.WordAt)], SearchFilter.None));
                }

                Console.WriteLine(head + await MeasureAsync(
                    db, index, "in every article, of one type and year", [texts.WordAt(0)], new SearchFilter("Guide", null, 2021)));
                Console.WriteLine(head + await MeasureAsync(
                    db, index, "two words, each in half of them", [$"{texts.WordAt(80)} {texts.WordAt(100)}"], SearchFilter.None));
                Console.WriteLine(head + await MeasureAsync(db, index, "one character", [texts.WordAt(0)[..1]], SearchFilter.None));
            }

            return 0;
        }
        finally
        {
            Microsoft.Data.Sqlite.SqliteConnection.ClearAllPools();
            folder.Delete(recursive: true);
        }
    }

    private static CmsDbContext Open(string file)
    {
        var options = new DbContextOptionsBuilder<CmsDbContext>();
        new SqliteProvider().Configure(options, $"Data Source={file}");

        // Only the table of the index is made; the model of the site's modules is not looked at.
        options.ConfigureWarnings(warnings => warnings.Ignore(RelationalEventId.PendingModelChangesWarning));
        var db = new CmsDbContext(options.Options, ModuleCatalogue.Create([]));
        db.GetService<IMigrator>().Migrate("20260101000000_SearchIndex");
        return db;
    }

    private static async Task<double> AddAsync(CmsDbContext db, ISearchIndex index, ArticleTexts texts, int from, int until)
    {
        var started = Stopwatch.GetTimestamp();
        for (var first = from; first < until; first += BatchSize)
        {
            await using var transaction = await db.Database.BeginTransactionAsync();
            for (var i = first; i < Math.Min(first + BatchSize, until); i++)
            {
                await index.PutAsync(db, Entry(texts, i), CancellationToken.None);
            }

            await transaction.CommitAsync();
        }

        return Stopwatch.GetElapsedTime(started).TotalMilliseconds / (until - from);
    }

    // Ten years of articles for three hundred branches.
    private static SearchEntry Entry(ArticleTexts texts, int number)
    {
        var published = Now.AddDays(-(number * 2_654_435_761L % 3_650));
        var body = texts.Body();
        return new SearchEntry(
            string.Create(CultureInfo.InvariantCulture, $"{number:d26}"),
            Types[number % Types.Length],
            new Guid(number % 300, 0, 0, new byte[8]),
            published,
            published.Year,
            texts.Sentence(7),
            body[..80],
            "某某街道第一党支部 支部动态",
            body);
    }

    private static async Task<string> MeasureAsync(
        CmsDbContext db, ISearchIndex index, string name, string[] queries, SearchFilter filter)
    {
        var times = new List<double>();
        var total = 0;
        for (var round = -3; round < Rounds; round++)
        {
            foreach (var query in queries)
            {
                var started = Stopwatch.GetTimestamp();
                total = await SearchAsync(db, index, SearchTerms.Parse(query), filter);
                if (round >= 0)
                {
                    times.Add(Stopwatch.GetElapsedTime(started).TotalMilliseconds);
                }
            }
        }

        times.Sort();
        return string.Create(
            CultureInfo.InvariantCulture, $" {name} | {total:N0} | {times[times.Count / 2]:0.0} | {times[times.Count * 95 / 100]:0.0} |");
    }

    private static async Task<int> SearchAsync(CmsDbContext db, ISearchIndex index, IReadOnlyList<SearchTerm> terms, SearchFilter filter)
    {
        var groups = await index.GroupAsync(db, terms, CancellationToken.None);
        var matches = groups.Sum(group => group.Count);
        var total = matches < ISearchIndex.MaxGrouped
            ? groups.Where(filter.Matches).Sum(group => group.Count)
            : await index.CountAsync(db, terms, filter, CancellationToken.None);
        await index.FindAsync(db, new SearchQuery(terms, filter, 0, 10, Now), matches, CancellationToken.None);
        return total;
    }
}
