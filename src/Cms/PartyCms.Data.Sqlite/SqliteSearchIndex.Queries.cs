using System.Globalization;
using System.Text;
using Microsoft.Data.Sqlite;
using PartyCms.Kernel.Data;
using PartyCms.Kernel.Search;
using PartyCms.Kernel.Text;

namespace PartyCms.Data.Sqlite;

/// <content>What is asked of the index.</content>
public sealed partial class SqliteSearchIndex
{
    /// <summary>Matches that are weighed one by one, which takes about 4 µs each; of more, the newest and those with a hit in the title are.</summary>
    private const int MostWeighed = 2_000;

    private const int MostTitlesWeighed = 500;

    /// <summary>Hits of one term that are looked at where not all terms need to be found.</summary>
    private const int MostOfTerm = 5_000;

    // Weights of bm25, which is the smaller the better and below zero, for body, title, summary, labels, pieces of the
    // title, pieces, facets.
    private const string Weight = "bm25(\"search_index\", 1.0, 20.0, 6.0, 4.0, 16.0, 0.5, 0.0)";

    // bm25 divides by the length of the whole entry, so that a passing word in a short one would beat a title. The
    // subqueries read their rows once.
    private const string TitleBonus =
        """
        0.8 * (m.id IN (SELECT rowid FROM "search_index" WHERE "search_index" MATCH @titles ORDER BY rowid DESC LIMIT @most))
        """;

    private const string StartBonus =
        """
        0.4 * (m.id IN (SELECT rowid FROM "search_index" WHERE "search_index" MATCH @starts ORDER BY rowid DESC LIMIT @most))
        """;

    // Ticks are 100 ns; half of the freshness is gone after 90 days, and it never weighs more than a sixth.
    private const string Freshness = "(1.0 + 0.16 / (1.0 + max(0, @now - d.\"PublishedUtc\") / 77760000000000.0))";

    private const string Filter =
        "(@type IS NULL OR d.\"ContentType\" = @type) AND (@unit IS NULL OR d.\"OrgUnitId\" = @unit) AND (@year IS NULL OR d.\"Year\" = @year)";

    private const string GroupMatches =
        """
        SELECT d."ContentType", d."OrgUnitId", d."Year", count(*) AS "Count"
        FROM (SELECT rowid AS id FROM "search_index" WHERE "search_index" MATCH @match ORDER BY rowid DESC LIMIT @most) AS m
        JOIN "search_documents" AS d ON d."Id" = m.id
        GROUP BY d."ContentType", d."OrgUnitId", d."Year"
        """;

    private const string ReadAll =
        $"""
        SELECT d."ContentItemId" AS "Value"
        FROM (SELECT rowid AS id, {Weight} AS weight FROM "search_index" WHERE "search_index" MATCH @match) AS m
        JOIN "search_documents" AS d ON d."Id" = m.id
        WHERE {Filter}
        ORDER BY m.weight * (1.0 + {TitleBonus} + {StartBonus}) * {Freshness}, d."Id" DESC
        LIMIT @take OFFSET @skip
        """;

    // Where thousands match, bm25 of a title would take a walk through the places of them all; a hit in a title is worth
    // the best of the newest instead. Titles that begin with the term are looked for no further back than titles are.
    private const string ReadNewest =
        $"""
        WITH newest AS MATERIALIZED (
            SELECT rowid AS id, {Weight} AS weight FROM "search_index" WHERE "search_index" MATCH @match
            ORDER BY rowid DESC LIMIT @most),
        titled AS MATERIALIZED (
            SELECT rowid AS id FROM "search_index" WHERE "search_index" MATCH @titles ORDER BY rowid DESC LIMIT @mostTitles),
        starting AS MATERIALIZED (
            SELECT rowid AS id FROM "search_index" WHERE "search_index" MATCH @starts AND rowid >= (SELECT min(id) FROM titled))
        SELECT d."ContentItemId" AS "Value"
        FROM (
            SELECT id, weight, 0.0 AS title FROM newest
            UNION ALL
            SELECT id, (SELECT min(weight) FROM newest), 1.0 FROM titled) AS m
        JOIN "search_documents" AS d ON d."Id" = m.id
        GROUP BY d."Id"
        ORDER BY min(m.weight) * (1.0 + 0.8 * max(m.title) + 0.4 * (d."Id" IN (SELECT id FROM starting))) * {Freshness}, d."Id" DESC
        LIMIT @take OFFSET @skip
        """;

    private const string ReadTitles =
        """
        SELECT d."ContentItemId" AS "Value"
        FROM (SELECT rowid AS id FROM "search_index" WHERE "search_index" MATCH @titles ORDER BY rowid DESC LIMIT @take) AS m
        JOIN "search_documents" AS d ON d."Id" = m.id
        ORDER BY d."PublishedUtc" DESC
        """;

    /// <inheritdoc />
    public async Task<IReadOnlyList<SearchGroup>> GroupAsync(
        CmsDbContext db, IReadOnlyList<SearchTerm> terms, CancellationToken cancellationToken) =>
        await db.Database.SqlQueryRaw<SearchGroup>(
            GroupMatches,
            new SqliteParameter("@match", ToMatch(terms)),
            new SqliteParameter("@most", ISearchIndex.MaxGrouped)).ToListAsync(cancellationToken);

    /// <inheritdoc />
    public async Task<int> CountAsync(
        CmsDbContext db, IReadOnlyList<SearchTerm> terms, SearchFilter filter, CancellationToken cancellationToken)
    {
        var match = $"({ToMatch(terms)}){ToFilter(filter)}";
        return await db.Database.SqlQuery<int>(
            $"""SELECT count(*) AS "Value" FROM "search_index" WHERE "search_index" MATCH {match}""").SingleAsync(cancellationToken);
    }

    /// <inheritdoc />
    public async Task<IReadOnlyList<string>> FindAsync(
        CmsDbContext db, SearchQuery query, int matches, CancellationToken cancellationToken)
    {
        var match = ToMatch(query.Terms);
        var filter = ToFilter(query.Filter);
        List<SqliteParameter> page =
        [
            new("@titles", ToTitleMatch(query.Terms) + filter),
            new("@starts", ToStartMatch(query.Terms[0]) + filter),
            new("@most", MostWeighed),
            new("@now", query.Now.UtcTicks),
            new("@take", query.Take),
            new("@skip", query.Skip),
        ];
        if (matches <= MostWeighed)
        {
            return await db.Database.SqlQueryRaw<string>(ReadAll, [new SqliteParameter("@match", match), .. page, .. Conditions(query.Filter)])
                .ToListAsync(cancellationToken);
        }

        return await db.Database.SqlQueryRaw<string>(
            ReadNewest,
            [
                new SqliteParameter("@match", $"({match}){filter}"),
                new SqliteParameter("@mostTitles", MostTitlesWeighed),
                .. page,
            ]).ToListAsync(cancellationToken);
    }

    /// <inheritdoc />
    public async Task<IReadOnlyList<SearchNear>> FindMostAsync(
        CmsDbContext db, SearchQuery query, CancellationToken cancellationToken)
    {
        var terms = await SearchWeight.WeighAsync(this, db, query.Terms, cancellationToken);
        if (terms.Count == 0)
        {
            return [];
        }

        var sql = new StringBuilder($"SELECT d.\"ContentItemId\", sum(m.weight) * {Freshness} AS \"Weight\" FROM (");
        List<SqliteParameter> parameters =
        [
            new("@now", query.Now.UtcTicks),
            new("@take", query.Take),
            new("@least", SearchWeight.LeastOf(terms.Count)),
            .. Conditions(query.Filter),
        ];
        var characters = await SearchWeight.WeighAsync(this, db, SearchTerms.Characters(query.Terms), cancellationToken);
        var parts = terms.SelectMany<(SearchTerm Term, double Weight), (string Match, int Hits, double Weight)>(
            term => [(ToMatch([term.Term]), 1, term.Weight), (ToTitleMatch([term.Term]), 0, term.Weight * SearchWeight.OfTitle)])
            .Concat(characters.Select(character =>
                (Match: ToTitleMatch([character.Term]), Hits: 0, Weight: character.Weight * SearchWeight.OfCharacter))).ToList();
        for (var i = 0; i < parts.Count; i++)
        {
            sql.Append(i == 0 ? "" : " UNION ALL ").Append(
                CultureInfo.InvariantCulture,
                $"""
                SELECT * FROM (SELECT rowid AS id, {parts[i].Hits} AS hits, @w{i} AS weight FROM "search_index"
                    WHERE "search_index" MATCH @t{i} ORDER BY rowid DESC LIMIT {MostOfTerm})
                """);
            parameters.Add(new SqliteParameter($"@w{i}", parts[i].Weight));
            parameters.Add(new SqliteParameter($"@t{i}", parts[i].Match));
        }

        sql.Append(
            $"""
            ) AS m JOIN "search_documents" AS d ON d."Id" = m.id WHERE {Filter}
            GROUP BY d."Id" HAVING sum(m.hits) >= @least
            ORDER BY 2 DESC, d."Id" DESC LIMIT @take
            """);
        return await db.Database.SqlQueryRaw<SearchNear>(sql.ToString(), [.. parameters]).ToListAsync(cancellationToken);
    }

    /// <inheritdoc />
    public async Task<IReadOnlyList<string>> FindTitlesAsync(
        CmsDbContext db, IReadOnlyList<SearchTerm> terms, bool isLastOpen, int take, CancellationToken cancellationToken) =>
        await db.Database.SqlQueryRaw<string>(
            ReadTitles,
            new SqliteParameter("@titles", ToTitleMatch(terms, isLastOpen)),
            new SqliteParameter("@take", take)).ToListAsync(cancellationToken);

    /// <summary>
    /// The query in FTS5's words. Tokens hold letters and digits only, so quotes need no escape. A term whose last word
    /// may go on ends with a star.
    /// </summary>
    internal static string ToMatch(IReadOnlyList<SearchTerm> terms, bool isLastOpen = false) => string.Join(
        " AND ", terms.SelectMany((term, index) => Parts(term, isLastOpen && index == terms.Count - 1)));

    private static string ToTitleMatch(IReadOnlyList<SearchTerm> terms, bool isLastOpen = false) =>
        $"{{title title_pieces}} : ({ToMatch(terms, isLastOpen)})";

    /// <summary>Titles that begin with a term. The first piece of a title is its first character.</summary>
    private static string ToStartMatch(SearchTerm term) => term.Tokens.Count > 0
        ? $"title : ^ \"{string.Join(' ', term.Tokens)}\""
        : $"title_pieces : ^ \"{term.Pieces[0]}\"";

    private static string ToFilter(SearchFilter filter) =>
        string.Concat(Facets(filter.ContentType, filter.OrgUnitId, filter.Year).Select(token => $" AND \"{token}\""));

    private static IEnumerable<string> Parts(SearchTerm term, bool isOpen)
    {
        if (term.Tokens.Count > 0)
        {
            yield return $"\"{string.Join(' ', term.Tokens)}\"{(isOpen && term.Pieces.Count == 0 ? " *" : "")}";
        }

        foreach (var piece in term.Pieces)
        {
            yield return $"\"{piece}\"";
        }
    }

    private static IEnumerable<SqliteParameter> Conditions(SearchFilter filter) =>
    [
        new("@type", (object?)filter.ContentType ?? DBNull.Value),
        new("@unit", (object?)filter.OrgUnitId ?? DBNull.Value),
        new("@year", (object?)filter.Year ?? DBNull.Value),
    ];
}
