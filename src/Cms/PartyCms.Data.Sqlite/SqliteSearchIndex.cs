using System.Globalization;
using Microsoft.Data.Sqlite;
using PartyCms.Kernel.Data;
using PartyCms.Kernel.Search;
using PartyCms.Kernel.Text;

namespace PartyCms.Data.Sqlite;

/// <summary>
/// Full text by FTS5: a table of documents and a contentless index over their tokens, joined by row number. Row numbers
/// follow the day of publication, so that the engine, which reads them in order, gives the newest first at no cost.
/// </summary>
public sealed partial class SqliteSearchIndex : ISearchIndex
{
    private const int RowsOfDay = 1024;

    private const int StepsOfCompaction = 5_000;

    private const int PagesOfCompaction = 200;

    private const string RemoveEntry =
        """
        DELETE FROM "search_index" WHERE rowid = (SELECT "Id" FROM "search_documents" WHERE "ContentItemId" = @id);
        DELETE FROM "search_documents" WHERE "ContentItemId" = @id;
        """;

    private const string PutEntry =
        """
        INSERT INTO "search_documents" ("Id", "ContentItemId", "ContentType", "OrgUnitId", "Year", "PublishedUtc")
        VALUES (@row, @id, @type, @unit, @year, @published);
        INSERT INTO "search_index" (rowid, body, title, summary, labels, title_pieces, pieces, facets)
        VALUES (@row, @body, @title, @summary, @labels, @titlePieces, @pieces, @facets);
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

    /// <inheritdoc />
    public async Task PutAsync(CmsDbContext db, SearchEntry entry, CancellationToken cancellationToken)
    {
        var row = await RowOfAsync(db, entry, cancellationToken);
        await db.Database.ExecuteSqlRawAsync(
            RemoveEntry + PutEntry,
            [
                new SqliteParameter("@row", row),
                new SqliteParameter("@id", entry.ContentItemId),
                new SqliteParameter("@type", entry.ContentType),
                new SqliteParameter("@unit", (object?)entry.OrgUnitId ?? DBNull.Value),
                new SqliteParameter("@year", entry.Year),
                new SqliteParameter("@published", entry.PublishedUtc.UtcTicks),
                new SqliteParameter("@body", SearchText.ToIndexText(entry.IndexedBody)),
                new SqliteParameter("@title", SearchText.ToIndexText(entry.Title)),
                new SqliteParameter("@summary", SearchText.ToIndexText(entry.Summary)),
                new SqliteParameter("@labels", SearchText.ToIndexText(entry.Labels)),
                new SqliteParameter("@titlePieces", SearchText.ToPieces(entry.Title)),
                new SqliteParameter("@pieces", SearchText.ToPieces(entry.Title, entry.Summary, entry.Labels, entry.IndexedBody)),
                new SqliteParameter("@facets", string.Join(' ', Facets(entry.ContentType, entry.OrgUnitId, entry.Year))),
            ],
            cancellationToken);
    }

    /// <inheritdoc />
    public async Task RemoveAsync(CmsDbContext db, string contentItemId, CancellationToken cancellationToken) =>
        await db.Database.ExecuteSqlRawAsync(RemoveEntry, [new SqliteParameter("@id", contentItemId)], cancellationToken);

    /// <inheritdoc />
    public async Task<int> RemoveStrayAsync(CmsDbContext db, CancellationToken cancellationToken)
    {
        await db.Database.ExecuteSqlRawAsync(RemoveStrayTokens, cancellationToken);
        return await db.Database.ExecuteSqlRawAsync(RemoveStrayDocuments, cancellationToken);
    }

    /// <inheritdoc />
    public async Task CompactAsync(CmsDbContext db, CancellationToken cancellationToken)
    {
        await db.Database.OpenConnectionAsync(cancellationToken);
        try
        {
            await MergeAsync(db, -PagesOfCompaction, cancellationToken);
            for (var step = 0; step < StepsOfCompaction && await MergeAsync(db, PagesOfCompaction, cancellationToken); step++)
            {
            }
        }
        finally
        {
            await db.Database.CloseConnectionAsync();
        }
    }

    /// <summary>
    /// Merges some of the small trees that each publication leaves behind into larger ones, in one short transaction.
    /// The connection must be open, for the count of changes belongs to it.
    /// </summary>
    /// <param name="db">Where the index is.</param>
    /// <param name="pages">Pages to write, about 4 KB each; below zero, a merge of everything into one tree begins.</param>
    /// <param name="cancellationToken">Stops the merge; what was merged is undone.</param>
    /// <returns>Whether there was anything to merge.</returns>
    internal static async Task<bool> MergeAsync(CmsDbContext db, int pages, CancellationToken cancellationToken)
    {
        var before = await ChangesAsync();
        await db.Database.ExecuteSqlAsync(
            $"""INSERT INTO "search_index" ("search_index", rank) VALUES ('merge', {pages})""", cancellationToken);

        // The statement itself counts as one change.
        return await ChangesAsync() - before > 1;

        async Task<long> ChangesAsync() => await db.Database.SqlQuery<long>($"SELECT total_changes() AS \"Value\"")
            .SingleAsync(cancellationToken);
    }

    /// <summary>Tokens that stand for what entries are filtered by; no query can spell an underscore.</summary>
    internal static IEnumerable<string> Facets(string? contentType, Guid? orgUnitId, int? year)
    {
        if (contentType is not null)
        {
            yield return "_t" + string.Concat(contentType.Where(char.IsLetterOrDigit));
        }

        if (orgUnitId is { } unit)
        {
            yield return "_b" + unit.ToString("N");
        }

        if (year is { } known)
        {
            yield return "_y" + known.ToString(CultureInfo.InvariantCulture);
        }
    }

    /// <summary>The row of an entry: its old one while the day is the same, else the next free one of its day or a later day.</summary>
    private static async Task<long> RowOfAsync(CmsDbContext db, SearchEntry entry, CancellationToken cancellationToken)
    {
        var day = Day(entry.PublishedUtc.UtcTicks);
        var known = await db.Database.SqlQuery<PlacedRow>(
            $"""SELECT "Id", "PublishedUtc" FROM "search_documents" WHERE "ContentItemId" = {entry.ContentItemId}""")
            .ToListAsync(cancellationToken);
        if (known is [var old] && Day(old.PublishedUtc) == day)
        {
            return old.Id;
        }

        while (true)
        {
            var first = day * RowsOfDay;
            var last = await db.Database.SqlQuery<long>(
                $"""
                SELECT coalesce(max("Id"), {first} - 1) AS "Value" FROM "search_documents" WHERE "Id" BETWEEN {first} AND {first + RowsOfDay - 1}
                """).SingleAsync(cancellationToken);
            if (last + 1 < first + RowsOfDay)
            {
                return last + 1;
            }

            day++;
        }
    }

    private static long Day(long ticks) => ticks / TimeSpan.TicksPerDay;

    private sealed record PlacedRow(long Id, long PublishedUtc);
}
