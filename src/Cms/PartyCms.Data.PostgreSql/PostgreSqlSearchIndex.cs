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
/// the engine's parser would cut Chinese runs and mixed words in its own way.
/// </summary>
public sealed class PostgreSqlSearchIndex : ISearchIndex
{
    /// <summary>The engine counts positions no further.</summary>
    private const int LastPosition = 16_383;

    /// <summary>Between two fields, so that no phrase runs from one into the next.</summary>
    private const int FieldGap = 2;

    private const string Put =
        """
        INSERT INTO "search_documents" ("ContentItemId", "ContentType", "OrgUnitId", "PublishedUtc", "Body", "Terms")
        VALUES (@id, @type, @unit, @published, @body, @terms::tsvector)
        ON CONFLICT ("ContentItemId") DO UPDATE SET "ContentType" = excluded."ContentType", "OrgUnitId" = excluded."OrgUnitId",
            "PublishedUtc" = excluded."PublishedUtc", "Body" = excluded."Body", "Terms" = excluded."Terms"
        """;

    private const string Matches =
        """
        FROM "search_documents" WHERE "Terms" @@ @match::tsquery
            AND (@type IS NULL OR "ContentType" = @type) AND (@unit IS NULL OR "OrgUnitId" = @unit)
        """;

    private const string CountMatches = "SELECT count(*)::int AS \"Value\" " + Matches;

    // Weights of D, C, B, A: body, labels, summary, title. Half of the freshness is gone after 90 days, and it never
    // weighs more than a quarter.
    private const string ReadMatches =
        "SELECT \"ContentItemId\", \"Body\" " + Matches +
        """

        ORDER BY ts_rank_cd('{{0.1, 0.2, 0.4, 1.0}}', "Terms", @match::tsquery)
            * (1.0 + 0.25 / (1.0 + greatest(0, extract(epoch FROM @now - "PublishedUtc")) / 7776000.0)) DESC, "ContentItemId" DESC
        LIMIT @take OFFSET @skip
        """;

    /// <inheritdoc />
    public async Task PutAsync(CmsDbContext db, SearchEntry entry, CancellationToken cancellationToken)
    {
        var body = entry.Body.Length > SearchEntry.MaxBodyLength ? entry.Body[..SearchEntry.MaxBodyLength] : entry.Body;

        // A text cannot hold the character NUL here; every other is kept.
        body = body.Replace("\0", "", StringComparison.Ordinal);
        await db.Database.ExecuteSqlRawAsync(
            Put,
            [
                new NpgsqlParameter("id", entry.ContentItemId),
                new NpgsqlParameter("type", entry.ContentType),
                new NpgsqlParameter("unit", NpgsqlDbType.Uuid) { Value = (object?)entry.OrgUnitId ?? DBNull.Value },
                new NpgsqlParameter("published", entry.PublishedUtc.ToUniversalTime()),
                new NpgsqlParameter("body", body),
                new NpgsqlParameter("terms", ToVector(entry with { Body = body })),
            ],
            cancellationToken);
    }

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
    public async Task<SearchHits> FindAsync(CmsDbContext db, SearchQuery query, CancellationToken cancellationToken)
    {
        var total = (await db.Database.SqlQueryRaw<int>(CountMatches, [.. Conditions(query)]).ToListAsync(cancellationToken))[0];
        if (total == 0)
        {
            return SearchHits.None;
        }

        var hits = await db.Database.SqlQueryRaw<SearchHit>(
            ReadMatches,
            [
                .. Conditions(query),
                new NpgsqlParameter("now", query.Now.ToUniversalTime()),
                new NpgsqlParameter("take", query.Take),
                new NpgsqlParameter("skip", query.Skip),
            ]).ToListAsync(cancellationToken);
        return new SearchHits(total, hits);
    }

    /// <summary>The query in the engine's words. Tokens hold letters and digits only, so quotes need no escape.</summary>
    internal static string ToQuery(IReadOnlyList<SearchTerm> terms) => string.Join(
        " & ", terms.Select(term => $"({string.Join(" <-> ", term.Tokens.Select(token => $"'{token}'"))}{(term.IsPrefix ? ":*" : "")})"));

    /// <summary>The vector in the engine's text form: each token with its place and its field's weight.</summary>
    internal static string ToVector(SearchEntry entry)
    {
        var vector = new StringBuilder();
        var position = 0;
        Append(entry.Title, 'A');
        Append(entry.Summary, 'B');
        Append(entry.Labels, 'C');
        Append(entry.Body, 'D');
        return vector.ToString();

        void Append(string text, char weight)
        {
            foreach (var token in SearchText.ToIndexText(text).Split(' ', StringSplitOptions.RemoveEmptyEntries))
            {
                position = Math.Min(position + 1, LastPosition);
                vector.Append(CultureInfo.InvariantCulture, $"'{token}':{position}{weight} ");
            }

            position = Math.Min(position + FieldGap, LastPosition);
        }
    }

    private static IEnumerable<NpgsqlParameter> Conditions(SearchQuery query) =>
    [
        new("match", ToQuery(query.Terms)),
        new("type", NpgsqlDbType.Varchar) { Value = (object?)query.ContentType ?? DBNull.Value },
        new("unit", NpgsqlDbType.Uuid) { Value = (object?)query.OrgUnitId ?? DBNull.Value },
    ];
}
