using System.Data.Common;
using System.Globalization;
using Microsoft.Data.Sqlite;
using Npgsql;

namespace PartyCms.IntegrationTests.Crash;

/// <summary>Looks into the database of a killed site, past everything the site would say about it.</summary>
internal sealed class CrashDatabase(string folder, string? connectionString)
{
    /// <summary>What must never be, and how many rows there are of it.</summary>
    private static readonly (string Fault, string Sql)[] HalfStates =
    [
        ("items with two heads",
            """SELECT count(*) FROM (SELECT 1 FROM content_items WHERE "Latest" GROUP BY "ContentItemId" HAVING count(*) > 1) AS twice"""),
        ("items that are live twice",
            """SELECT count(*) FROM (SELECT 1 FROM content_items WHERE "Published" GROUP BY "ContentItemId" HAVING count(*) > 1) AS twice"""),
        ("live versions that no list shows",
            """
            SELECT count(*) FROM content_items AS item WHERE "Published" AND "ContentType" IN ('Guide', 'BranchNews') AND NOT EXISTS
                (SELECT 1 FROM content_summaries AS row WHERE row."ContentItemVersionId" = item."ContentItemVersionId")
            """),
        ("rows of lists without a live version",
            """
            SELECT count(*) FROM content_summaries AS row WHERE NOT EXISTS
                (SELECT 1 FROM content_items AS item WHERE item."ContentItemVersionId" = row."ContentItemVersionId" AND item."Published")
            """),
        ("published items that are not found",
            """
            SELECT count(*) FROM content_summaries AS row WHERE NOT EXISTS
                (SELECT 1 FROM search_documents AS entry WHERE entry."ContentItemId" = row."ContentItemId")
            """),
        ("items found that are not published",
            """
            SELECT count(*) FROM search_documents AS entry WHERE NOT EXISTS
                (SELECT 1 FROM content_summaries AS row WHERE row."ContentItemId" = entry."ContentItemId")
            """),
        ("items both live and withdrawn",
            """
            SELECT count(*) FROM content_tombstones AS stone JOIN content_summaries AS row ON row."ContentItemId" = stone."ContentItemId"
            """),
        ("versions without a line in the log, or lines without a version",
            """
            SELECT count(*) FROM (
                SELECT "ContentItemId", count(*) AS versions, (
                    SELECT count(*) FROM audit_events AS line
                    WHERE line."SubjectId" = item."ContentItemId" AND line."Kind" = 'content.published') AS lines
                FROM content_items AS item WHERE "DisplayText" LIKE '断电_第%' GROUP BY "ContentItemId") AS counted
            WHERE versions <> lines
            """),
    ];

    /// <summary>Every half state found.</summary>
    public async Task<IReadOnlyList<string>> FaultsAsync()
    {
        var faults = new List<string>();
        foreach (var (fault, sql) in HalfStates)
        {
            var count = await CountAsync(sql);
            if (count > 0)
            {
                faults.Add($"{count} {fault}");
            }
        }

        return faults;
    }

    /// <summary>The number a statement answers with.</summary>
    public async Task<long> CountAsync(string sql) => Convert.ToInt64((await ReadAsync(sql))[0][0], CultureInfo.InvariantCulture);

    /// <summary>The rows a statement answers with.</summary>
    public async Task<IReadOnlyList<object[]>> ReadAsync(string sql)
    {
        await using DbConnection connection = connectionString is null
            ? new SqliteConnection($"Data Source={Path.Combine(folder, "partycms.db")};Mode=ReadWrite;Pooling=false;Default Timeout=30")
            : new NpgsqlConnection(connectionString + ";Pooling=false");
        await connection.OpenAsync();
        await using var command = connection.CreateCommand();
#pragma warning disable CA2100 // The statements are written in these tests.
        command.CommandText = sql;
#pragma warning restore CA2100
        var rows = new List<object[]>();
        await using var reader = await command.ExecuteReaderAsync();
        while (await reader.ReadAsync())
        {
            var row = new object[reader.FieldCount];
            reader.GetValues(row);
            rows.Add(row);
        }

        return rows;
    }
}
