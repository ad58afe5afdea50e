using Microsoft.Data.Sqlite;
using PartyCms.Kernel.Data;
using PartyCms.Kernel.Search;
using PartyCms.Kernel.Text;

namespace PartyCms.Data.Sqlite;

/// <summary>Full text by FTS5: a table of documents and a contentless index over their tokens, joined by row number.</summary>
public sealed class SqliteSearchIndex : ISearchIndex
{
    private const string PutDocument =
        """
        INSERT INTO "search_documents" ("ContentItemId", "ContentType", "OrgUnitId", "PublishedUtc", "Body")
        VALUES (@id, @type, @unit, @published, @body)
        ON CONFLICT ("ContentItemId") DO UPDATE SET "ContentType" = excluded."ContentType", "OrgUnitId" = excluded."OrgUnitId",
            "PublishedUtc" = excluded."PublishedUtc", "Body" = excluded."Body";
        """;

    private const string RemoveTokens =
        """
        DELETE FROM "search_index" WHERE rowid = (SELECT "Id" FROM "search_documents" WHERE "ContentItemId" = @id);
        """;

    private const string PutTokens =
        """
        INSERT INTO "search_index" (rowid, title, summary, labels, body)
        SELECT "Id", @title, @summary, @labels, @text FROM "search_documents" WHERE "ContentItemId" = @id;
        """;

    private const string RemoveStrayTokens =
        """
        DELETE FROM "search_index" WHERE rowid IN (
            SELECT "Id" FROM "search_documents" WHERE "ContentItemId" NOT IN (SELECT "ContentItemId" FROM "content_summaries"));
        """;

    private const string RemoveStrayDocuments =
        """
        DELETE FROM "search_documents" WHERE "ContentItemId" NOT IN (SELECT "ContentItemId" FROM "content_summaries");
        """;

    private const string Matches =
        """
        FROM "search_index" JOIN "search_documents" AS d ON d."Id" = "search_index".rowid
        WHERE "search_index" MATCH @match AND (@type IS NULL OR d."ContentType" = @type) AND (@unit IS NULL OR d."OrgUnitId" = @unit)
        """;

    private const string CountMatches = "SELECT count(*) AS \"Value\" " + Matches;

    // bm25 is the smaller the better and below zero; its weights follow the columns. Ticks are 100 ns; half of the
    // freshness is gone after 90 days, and it never weighs more than a quarter.
    private const string ReadMatches =
        "SELECT d.\"ContentItemId\", d.\"Body\" " + Matches +
        """

        ORDER BY bm25("search_index", 10.0, 4.0, 2.0, 1.0)
            * (1.0 + 0.25 / (1.0 + max(0, @now - d."PublishedUtc") / 77760000000000.0)), d."Id" DESC
        LIMIT @take OFFSET @skip
        """;

    /// <inheritdoc />
    public async Task PutAsync(CmsDbContext db, SearchEntry entry, CancellationToken cancellationToken)
    {
        var body = entry.Body.Length > SearchEntry.MaxBodyLength ? entry.Body[..SearchEntry.MaxBodyLength] : entry.Body;
        await db.Database.ExecuteSqlRawAsync(
            PutDocument + RemoveTokens + PutTokens,
            [
                new SqliteParameter("@id", entry.ContentItemId),
                new SqliteParameter("@type", entry.ContentType),
                new SqliteParameter("@unit", (object?)entry.OrgUnitId ?? DBNull.Value),
                new SqliteParameter("@published", entry.PublishedUtc.UtcTicks),
                new SqliteParameter("@body", body),
                new SqliteParameter("@title", SearchText.ToIndexText(entry.Title)),
                new SqliteParameter("@summary", SearchText.ToIndexText(entry.Summary)),
                new SqliteParameter("@labels", SearchText.ToIndexText(entry.Labels)),
                new SqliteParameter("@text", SearchText.ToIndexText(body)),
            ],
            cancellationToken);
    }

    /// <inheritdoc />
    public async Task RemoveAsync(CmsDbContext db, string contentItemId, CancellationToken cancellationToken) =>
        await db.Database.ExecuteSqlRawAsync(
            RemoveTokens + "DELETE FROM \"search_documents\" WHERE \"ContentItemId\" = @id;",
            [new SqliteParameter("@id", contentItemId)],
            cancellationToken);

    /// <inheritdoc />
    public async Task<int> RemoveStrayAsync(CmsDbContext db, CancellationToken cancellationToken)
    {
        await db.Database.ExecuteSqlRawAsync(RemoveStrayTokens, cancellationToken);
        return await db.Database.ExecuteSqlRawAsync(RemoveStrayDocuments, cancellationToken);
    }

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
                new SqliteParameter("@now", query.Now.UtcTicks),
                new SqliteParameter("@take", query.Take),
                new SqliteParameter("@skip", query.Skip),
            ]).ToListAsync(cancellationToken);
        return new SearchHits(total, hits);
    }

    /// <summary>The query in FTS5's words. Tokens hold letters and digits only, so quotes need no escape.</summary>
    internal static string ToMatch(IReadOnlyList<SearchTerm> terms) => string.Join(
        " AND ", terms.Select(term => $"\"{string.Join(' ', term.Tokens)}\"{(term.IsPrefix ? " *" : "")}"));

    private static IEnumerable<SqliteParameter> Conditions(SearchQuery query) =>
    [
        new("@match", ToMatch(query.Terms)),
        new("@type", (object?)query.ContentType ?? DBNull.Value),
        new("@unit", (object?)query.OrgUnitId ?? DBNull.Value),
    ];
}
