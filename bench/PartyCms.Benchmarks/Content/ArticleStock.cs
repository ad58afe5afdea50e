using System.Globalization;
using System.Text.Json.Nodes;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Storage;
using PartyCms.Data.Sqlite;
using PartyCms.Kernel.Content;
using PartyCms.Kernel.Data;
using PartyCms.Kernel.Modularity;
using PartyCms.Kernel.Search;
using PartyCms.Kernel.Text;

namespace PartyCms.Benchmarks;

/// <summary>
/// Fills a site's tables with articles in bulk. Every row is a copy of the rows that the site itself wrote for one
/// article published through its API, with the texts, ids and times of another article put in their places; the search
/// index is written by the site's own engine.
/// </summary>
internal sealed class ArticleStock : IAsyncDisposable
{
    public const string PatternTitle = "样板标题甲乙丙丁";

    public const string PatternSummary = "样板摘要甲乙丙丁";

    public const string PatternHtml = "<p>样板正文甲乙丙丁</p>";

    private readonly SqliteConnection _connection;
    private readonly CmsDbContext _db;
    private readonly SqliteProvider _provider = new();
    private readonly string _patternId;
    private readonly List<PatternRow> _rows = [];
    private readonly IReadOnlyList<string> _branches;
    private readonly string _labels;

    private ArticleStock(string file, string patternId, IReadOnlyList<string> branches, string labels)
    {
        _patternId = patternId;
        _branches = branches;
        _labels = labels;
        var connectionString = $"Data Source={file}";
        _connection = new SqliteConnection(connectionString);
        var options = new DbContextOptionsBuilder<CmsDbContext>();
        _provider.Configure(options, connectionString);
        options.UseSqlite(_connection);
        _db = new CmsDbContext(options.Options, ModuleCatalogue.Create([]));
    }

    /// <summary>Reads the rows of the article that was published as a pattern.</summary>
    public static async Task<ArticleStock> OpenAsync(string file, string patternId, IReadOnlyList<string> branches, string labels)
    {
        var stock = new ArticleStock(file, patternId, branches, labels);
        await stock._db.Database.OpenConnectionAsync();
        await stock.ReadPatternAsync();
        return stock;
    }

    /// <summary>Adds articles, newest last, within the past five years.</summary>
    public async Task AddAsync(ArticleText text, int from, int to, DateTimeOffset now)
    {
        for (var number = from; number < to;)
        {
            await using var transaction = await _db.Database.BeginTransactionAsync();
            for (var end = Math.Min(number + 1_000, to); number < end; number++)
            {
                await AddAsync(text.Next(number), number, now.AddDays(-1_825).AddMinutes(number * 26.0));
            }

            await transaction.CommitAsync();
        }

        // A site does this in the background, in small steps; so many articles at once would keep it busy for minutes.
        while (await SqliteSearchIndex.MergeAsync(_db, 10_000, CancellationToken.None))
        {
        }

        await _db.Database.ExecuteSqlRawAsync("PRAGMA wal_checkpoint(TRUNCATE)");
    }

    /// <summary>
    /// Puts an article into stock that the site published too, and compares the rows of both; tells every column that
    /// differs otherwise than by id, number and time.
    /// </summary>
    public async Task<IReadOnlyList<string>> DifferencesAsync(Article article, string publishedId, DateTimeOffset now)
    {
        var id = await AddAsync(article, 0, now, "-in-stock");
        var differences = new List<string>();
        foreach (var (table, key) in _rows.Select(row => (row.Table, row.Key)).Append(("search_documents", "ContentItemId")).Distinct())
        {
            var stocked = await ReadAsync(table, key, id);
            var published = await ReadAsync(table, key, publishedId);
            if (stocked.Count != published.Count)
            {
                differences.Add($"{table}: {stocked.Count} rows in stock, {published.Count} published");
                continue;
            }

            for (var i = 0; i < stocked.Count; i++)
            {
                differences.AddRange(stocked[i].Where(column => !IsOwn(column.Key)
                        && Neutral(column.Value) != Neutral(published[i][column.Key]))
                    .Select(column => $"{table}.{column.Key}: {column.Value} in stock, {published[i][column.Key]} published"));
            }
        }

        return differences;
    }

    /// <summary>Ids, from the oldest to the newest.</summary>
    public async Task<IReadOnlyList<(string Id, string Path)>> ItemsAsync()
    {
        await using var command = _connection.CreateCommand();
        command.CommandText = "SELECT ContentItemId, Path FROM content_summaries WHERE ContentType = 'BranchNews' ORDER BY PublishedUtc";
        var items = new List<(string, string)>();
        await using var reader = await command.ExecuteReaderAsync();
        while (await reader.ReadAsync())
        {
            items.Add((reader.GetString(0), reader.GetString(1)));
        }

        return items;
    }

    /// <inheritdoc />
    public async ValueTask DisposeAsync()
    {
        await _db.DisposeAsync();
        await _connection.DisposeAsync();
    }

    private static bool IsOwn(string column) =>
        column is "Id" or "ContentItemId" or "ContentItemVersionId" or "SubjectId" or "Path" || column.EndsWith("Utc", StringComparison.Ordinal);

    // The permalink stands in the document, too.
    private static string Neutral(object? value)
    {
        var text = Convert.ToString(value, CultureInfo.InvariantCulture) ?? "";
        if (!text.StartsWith('{'))
        {
            return text;
        }

        var parts = JsonNode.Parse(text)!.AsObject();
        parts.Remove("AutoroutePart");
        return parts.ToJsonString();
    }

    private async Task ReadPatternAsync()
    {
        await using var command = _connection.CreateCommand();
        command.CommandText = """
            SELECT m.name, c.name FROM sqlite_master AS m JOIN pragma_table_info(m.name) AS c
            WHERE m.type = 'table' AND m.name NOT LIKE 'search%' AND c.name IN ('ContentItemId', 'SubjectId')
            """;
        var tables = new List<(string Table, string Key)>();
        await using (var reader = await command.ExecuteReaderAsync())
        {
            while (await reader.ReadAsync())
            {
                tables.Add((reader.GetString(0), reader.GetString(1)));
            }
        }

        foreach (var (table, key) in tables)
        {
            foreach (var values in await ReadAsync(table, key, _patternId))
            {
                _rows.Add(new PatternRow(_connection, table, key, values));
            }
        }
    }

    private async Task<IReadOnlyList<Dictionary<string, object?>>> ReadAsync(string table, string key, string id)
    {
        await using var command = _connection.CreateCommand();
#pragma warning disable CA2100 // Names of tables come from the database itself.
        command.CommandText = $"SELECT * FROM \"{table}\" WHERE \"{key}\" = @id";
#pragma warning restore CA2100
        command.Parameters.AddWithValue("@id", id);
        var rows = new List<Dictionary<string, object?>>();
        await using var reader = await command.ExecuteReaderAsync();
        while (await reader.ReadAsync())
        {
            var row = new Dictionary<string, object?>(StringComparer.Ordinal);
            for (var i = 0; i < reader.FieldCount; i++)
            {
                row[reader.GetName(i)] = await reader.IsDBNullAsync(i) ? null : reader.GetValue(i);
            }

            rows.Add(row);
        }

        return rows;
    }

    private async Task<string> AddAsync(Article article, int number, DateTimeOffset published, string suffix = "")
    {
        var id = ContentIds.New();
        var branch = _branches[number % _branches.Count];
        var substitutes = new Substitutes(
            id, ContentIds.New(), article, branch, published.UtcTicks, "news/" + Slug.From(article.Title) + suffix);
        foreach (var row in _rows)
        {
            await row.InsertAsync(substitutes, _db.Database.CurrentTransaction?.GetDbTransaction());
        }

        await _provider.SearchIndex.PutAsync(
            _db,
            new SearchEntry(
                id, "BranchNews", Guid.Parse(branch), published, published.AddHours(8).Year, article.Title, article.Summary, _labels, HtmlText.ToPlainText(article.Html)),
            CancellationToken.None);
        return id;
    }
}
