using System.Data.Common;
using System.Globalization;
using System.Text.Json;
using Microsoft.Data.Sqlite;
using PartyCms.Kernel.Content;

namespace PartyCms.Benchmarks;

/// <summary>One row that the site wrote for the pattern, and the statement that writes its like.</summary>
internal sealed class PatternRow
{
    private readonly SqliteCommand _insert;
    private readonly Dictionary<string, object?> _values;

    public PatternRow(SqliteConnection connection, string table, string key, Dictionary<string, object?> values)
    {
        Table = table;
        Key = key;
        _values = values.Where(value => value.Key != "Id" || value.Value is string).ToDictionary();
        _insert = connection.CreateCommand();
#pragma warning disable CA2100 // Names of tables and columns come from the database itself.
        _insert.CommandText = $"""
            INSERT INTO "{table}" ({string.Join(", ", _values.Keys.Select(name => $"\"{name}\""))})
            VALUES ({string.Join(", ", _values.Keys.Select(name => "@" + name))})
            """;
#pragma warning restore CA2100
        foreach (var name in _values.Keys)
        {
            _insert.Parameters.AddWithValue("@" + name, DBNull.Value);
        }
    }

    public string Table { get; }

    /// <summary>Column that holds the item's id.</summary>
    public string Key { get; }

    public async Task InsertAsync(Substitutes substitutes, DbTransaction? transaction)
    {
        _insert.Transaction = (SqliteTransaction?)transaction;
        foreach (var (name, value) in _values)
        {
            _insert.Parameters["@" + name].Value = substitutes.For(name, value) ?? DBNull.Value;
        }

        await _insert.ExecuteNonQueryAsync();
    }
}

/// <summary>What takes the place of the pattern's texts, ids and times in the rows of one article.</summary>
internal sealed record Substitutes(string Id, string VersionId, Article Article, string Branch, long Ticks, string Path)
{
    public object? For(string column, object? pattern) => (column, pattern) switch
    {
        (_, null) => null,
        ("ContentItemId" or "SubjectId", _) => Id,
        ("ContentItemVersionId", _) => VersionId,
        ("OrgUnitId", _) => Branch.ToUpperInvariant(),
        ("Path", _) => Path,
        (_, long) when column.EndsWith("Utc", StringComparison.Ordinal) => Ticks,
        ("Data", string data) => Fill(data),
        (_, string text) => text.Replace(ArticleStock.PatternTitle, Article.Title, StringComparison.Ordinal)
            .Replace(ArticleStock.PatternSummary, Article.Summary, StringComparison.Ordinal),
        _ => pattern,
    };

    // The document is text: what goes in is written as JSON writes it.
    private string Fill(string data)
    {
        var html = Json(ArticleStock.PatternHtml);
        return data.Contains(html, StringComparison.Ordinal) && PatternBranchId is { } branch
            ? data.Replace(html, Json(Article.Html), StringComparison.Ordinal)
                .Replace(Json(ArticleStock.PatternTitle), Json(Article.Title), StringComparison.Ordinal)
                .Replace(Json(ArticleStock.PatternSummary), Json(Article.Summary), StringComparison.Ordinal)
                .Replace(Json(PatternPath), Json(Path), StringComparison.Ordinal)
                .Replace(branch, Branch.ToLower(CultureInfo.InvariantCulture), StringComparison.OrdinalIgnoreCase)
            : throw new InvalidOperationException("The document of the pattern does not hold the pattern's body: " + data);
    }

    /// <summary>Branch of the pattern.</summary>
    public static string? PatternBranchId { get; set; }

    private static string PatternPath => "news/" + ArticleStock.PatternTitle;

    private static string Json(string text) => JsonSerializer.Serialize(text, ContentJson.Options)[1..^1];
}
