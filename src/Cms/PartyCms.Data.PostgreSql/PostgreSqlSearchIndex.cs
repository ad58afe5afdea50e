using System.Globalization;
using System.Text;
using Npgsql;
using NpgsqlTypes;
using PartyCms.Kernel.Data;
using PartyCms.Kernel.Search;
using PartyCms.Kernel.Text;

namespace PartyCms.Data.PostgreSql;

/// <summary>
/// Full text by a weighted <c>tsvector</c> with a GIN index. The vector is written out by the program, token by token:
/// the engine's parser would cut Chinese runs and mixed words in its own way. Titles have a small vector of their own.
/// </summary>
public sealed partial class PostgreSqlSearchIndex : ISearchIndex
{
    /// <summary>The engine counts positions no further.</summary>
    private const int LastPosition = 16_383;

    /// <summary>Between two fields, so that no phrase runs from one into the next.</summary>
    private const int FieldGap = 2;

    /// <summary>Stands before the first token of a title; no query can spell it.</summary>
    private const string TitleStart = "^";

    private const string Put =
        """
        INSERT INTO "search_documents" ("ContentItemId", "ContentType", "OrgUnitId", "Year", "PublishedUtc", "Title", "Terms")
        VALUES (@id, @type, @unit, @year, @published, @title::tsvector, @terms::tsvector)
        ON CONFLICT ("ContentItemId") DO UPDATE SET "ContentType" = excluded."ContentType", "OrgUnitId" = excluded."OrgUnitId",
            "Year" = excluded."Year", "PublishedUtc" = excluded."PublishedUtc", "Title" = excluded."Title", "Terms" = excluded."Terms"
        """;

    /// <inheritdoc />
    public async Task PutAsync(CmsDbContext db, SearchEntry entry, CancellationToken cancellationToken) =>
        await db.Database.ExecuteSqlRawAsync(
            Put,
            [
                new NpgsqlParameter("id", entry.ContentItemId),
                new NpgsqlParameter("type", entry.ContentType),
                new NpgsqlParameter("unit", NpgsqlDbType.Uuid) { Value = (object?)entry.OrgUnitId ?? DBNull.Value },
                new NpgsqlParameter("year", entry.Year),
                new NpgsqlParameter("published", entry.PublishedUtc.ToUniversalTime()),
                new NpgsqlParameter("title", ToTitleVector(entry.Title)),
                new NpgsqlParameter("terms", ToVector(entry)),
            ],
            cancellationToken);

    /// <inheritdoc />
    public Task RemoveAsync(CmsDbContext db, string contentItemId, CancellationToken cancellationToken) =>
        db.Database.ExecuteSqlAsync($"""DELETE FROM "search_documents" WHERE "ContentItemId" = {contentItemId}""", cancellationToken);

    /// <inheritdoc />
    public Task<int> RemoveStrayAsync(CmsDbContext db, CancellationToken cancellationToken) =>
        db.Database.ExecuteSqlAsync(
            $"""
            DELETE FROM "search_documents" d
            WHERE NOT EXISTS (SELECT 1 FROM "content_summaries" s WHERE s."ContentItemId" = d."ContentItemId")
            """,
            cancellationToken);

    /// <inheritdoc />
    /// <remarks>The engine tidies by itself; only its notion of how often words occur is brought up to date.</remarks>
    public Task CompactAsync(CmsDbContext db, CancellationToken cancellationToken) =>
        db.Database.ExecuteSqlAsync($"""ANALYZE "search_documents" """, cancellationToken);

    /// <summary>The vector in the engine's text form: each token with its place and its field's weight, then the pieces.</summary>
    internal static string ToVector(SearchEntry entry)
    {
        var vector = new StringBuilder();
        var position = 0;
        Append(vector, entry.Title, 'A', ref position);
        Append(vector, entry.Summary, 'B', ref position);
        Append(vector, entry.Labels, 'C', ref position);
        Append(vector, entry.IndexedBody, 'D', ref position);
        AppendPieces(vector, SearchText.ToPieces(entry.Title, entry.Summary, entry.Labels, entry.IndexedBody));
        return vector.ToString();
    }

    private static string ToTitleVector(string title)
    {
        var vector = new StringBuilder($"'{TitleStart}':1A ");
        var position = 1;
        Append(vector, title, 'A', ref position);
        AppendPieces(vector, SearchText.ToPieces(title));
        return vector.ToString();
    }

    private static void Append(StringBuilder vector, string text, char weight, ref int position)
    {
        foreach (var token in SearchText.Bigrams(text))
        {
            position = Math.Min(position + 1, LastPosition);
            vector.Append(CultureInfo.InvariantCulture, $"'{token}':{position}{weight} ");
        }

        position = Math.Min(position + FieldGap, LastPosition);
    }

    // Pieces have no order: all of them stand at the last position.
    private static void AppendPieces(StringBuilder vector, string pieces)
    {
        foreach (var piece in pieces.Split(' ', StringSplitOptions.RemoveEmptyEntries))
        {
            vector.Append(CultureInfo.InvariantCulture, $"'{piece}':{LastPosition}D ");
        }
    }
}
