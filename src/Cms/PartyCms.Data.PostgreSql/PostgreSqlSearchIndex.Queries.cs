using System.Globalization;
using System.Text;
using Npgsql;
using NpgsqlTypes;
using PartyCms.Kernel.Data;
using PartyCms.Kernel.Search;
using PartyCms.Kernel.Text;

namespace PartyCms.Data.PostgreSql;

/// <content>What is asked of the index.</content>
public sealed partial class PostgreSqlSearchIndex
{
    /// <summary>Matches that are weighed one by one; of more, the newest and those with a hit in the title are.</summary>
    private const int MostWeighed = 1_000;

    /// <summary>Hits of one term that are looked at where not all terms need to be found.</summary>
    private const int MostOfTerm = 5_000;

    // Half of the freshness is gone after 90 days, and it never weighs more than a sixth.
    private const string Freshness = "(1.0 + 0.16 / (1.0 + greatest(0, extract(epoch FROM @now - \"PublishedUtc\")) / 7776000.0))";

    // Weights of D, C, B, A: body, labels, summary, title. The rank is kept below 1 (normalization 32), so that no body
    // beats a title by repeating a word.
    private const string Weight =
        """
        (ts_rank_cd('{{0.1, 0.4, 0.4, 1.0}}', "Terms", @match::tsquery, 32)
            + CASE WHEN "Title" @@ @match::tsquery THEN 1.0 ELSE 0.0 END
            + CASE WHEN "Title" @@ @starts::tsquery THEN 0.4 ELSE 0.0 END)
        """;

    private const string Filter =
        """
        (@type IS NULL OR "ContentType" = @type) AND (@unit IS NULL OR "OrgUnitId" = @unit) AND (@year IS NULL OR "Year" = @year)
        """;

    // Materialized, for the planner would else walk the newest first and read the long vector of each.
    private const string GroupMatches =
        """
        WITH m AS MATERIALIZED (
            SELECT "ContentType", "OrgUnitId", "Year", "PublishedUtc" FROM "search_documents" WHERE "Terms" @@ @match::tsquery)
        SELECT "ContentType", "OrgUnitId", "Year", count(*)::int AS "Count"
        FROM (SELECT * FROM m ORDER BY "PublishedUtc" DESC LIMIT @most) AS n
        GROUP BY "ContentType", "OrgUnitId", "Year"
        """;

    private const string CountMatches =
        $"""
        SELECT count(*)::int AS "Value" FROM "search_documents" WHERE "Terms" @@ @match::tsquery AND {Filter}
        """;

    private const string ReadAll =
        $"""
        SELECT "ContentItemId" AS "Value" FROM "search_documents" WHERE "Terms" @@ @match::tsquery AND {Filter}
        ORDER BY {Weight} * {Freshness} DESC, "ContentItemId" DESC
        LIMIT @take OFFSET @skip
        """;

    private const string ReadNewest =
        $"""
        WITH m AS MATERIALIZED (
            SELECT "ContentItemId", "PublishedUtc" FROM "search_documents" WHERE "Terms" @@ @match::tsquery AND {Filter}),
        t AS MATERIALIZED (
            SELECT "ContentItemId", "PublishedUtc" FROM "search_documents" WHERE "Title" @@ @match::tsquery AND {Filter}),
        n AS (
            (SELECT "ContentItemId" FROM m ORDER BY "PublishedUtc" DESC LIMIT @most)
            UNION (SELECT "ContentItemId" FROM t ORDER BY "PublishedUtc" DESC LIMIT @most))
        SELECT d."ContentItemId" AS "Value" FROM n JOIN "search_documents" AS d ON d."ContentItemId" = n."ContentItemId"
        ORDER BY {Weight} * {Freshness} DESC, d."ContentItemId" DESC
        LIMIT @take OFFSET @skip
        """;

    private const string ReadTitles =
        """
        SELECT "ContentItemId" AS "Value" FROM "search_documents" WHERE "Title" @@ @match::tsquery
        ORDER BY "PublishedUtc" DESC LIMIT @take
        """;

    /// <inheritdoc />
    public async Task<IReadOnlyList<SearchGroup>> GroupAsync(
        CmsDbContext db, IReadOnlyList<SearchTerm> terms, CancellationToken cancellationToken) =>
        await db.Database.SqlQueryRaw<SearchGroup>(
            GroupMatches,
            new NpgsqlParameter("match", ToQuery(terms)),
            new NpgsqlParameter("most", ISearchIndex.MaxGrouped)).ToListAsync(cancellationToken);

    /// <inheritdoc />
    public async Task<int> CountAsync(
        CmsDbContext db, IReadOnlyList<SearchTerm> terms, SearchFilter filter, CancellationToken cancellationToken) =>
        (await db.Database.SqlQueryRaw<int>(
            CountMatches, [new NpgsqlParameter("match", ToQuery(terms)), .. Conditions(filter)]).ToListAsync(cancellationToken))[0];

    /// <inheritdoc />
    public async Task<IReadOnlyList<string>> FindAsync(
        CmsDbContext db, SearchQuery query, int matches, CancellationToken cancellationToken) =>
        await db.Database.SqlQueryRaw<string>(
            matches <= MostWeighed ? ReadAll : ReadNewest,
            [
                new NpgsqlParameter("match", ToQuery(query.Terms)),
                new NpgsqlParameter("starts", ToStartQuery(query.Terms[0])),
                new NpgsqlParameter("most", MostWeighed),
                new NpgsqlParameter("now", query.Now.ToUniversalTime()),
                new NpgsqlParameter("take", query.Take),
                new NpgsqlParameter("skip", query.Skip),
                .. Conditions(query.Filter),
            ]).ToListAsync(cancellationToken);

    /// <inheritdoc />
    public async Task<IReadOnlyList<SearchNear>> FindMostAsync(
        CmsDbContext db, SearchQuery query, CancellationToken cancellationToken)
    {
        var terms = await SearchWeight.WeighAsync(this, db, query.Terms, cancellationToken);
        if (terms.Count == 0)
        {
            return [];
        }

        var sql = new StringBuilder($"SELECT \"ContentItemId\", (sum(weight) * {Freshness})::float8 AS \"Weight\" FROM (");
        List<NpgsqlParameter> parameters =
        [
            new("now", query.Now.ToUniversalTime()),
            new("take", query.Take),
            new("least", SearchWeight.LeastOf(terms.Count)),
            new("most", MostOfTerm),
            .. Conditions(query.Filter),
        ];
        var characters = await SearchWeight.WeighAsync(this, db, SearchTerms.Characters(query.Terms), cancellationToken);
        var parts = terms.SelectMany<(SearchTerm Term, double Weight), (string Field, string Match, int Hits, double Weight)>(
            term =>
            [
                ("Terms", ToQuery([term.Term]), 1, term.Weight),
                ("Title", ToQuery([term.Term]), 0, term.Weight * SearchWeight.OfTitle),
            ])
            .Concat(characters.Select(character =>
                (Field: "Title", Match: ToQuery([character.Term]), Hits: 0, Weight: character.Weight * SearchWeight.OfCharacter))).ToList();
        for (var i = 0; i < parts.Count; i++)
        {
            sql.Append(i == 0 ? "" : " UNION ALL ").Append(
                CultureInfo.InvariantCulture,
                $"""
                (SELECT "ContentItemId", "ContentType", "OrgUnitId", "Year", "PublishedUtc", {parts[i].Hits} AS hits, @w{i} AS weight
                FROM "search_documents" WHERE "{parts[i].Field}" @@ @t{i}::tsquery LIMIT @most)
                """);
            parameters.Add(new NpgsqlParameter($"w{i}", parts[i].Weight));
            parameters.Add(new NpgsqlParameter($"t{i}", parts[i].Match));
        }

        sql.Append(
            $"""
            ) AS m WHERE {Filter}
            GROUP BY "ContentItemId", "PublishedUtc" HAVING sum(hits) >= @least
            ORDER BY 2 DESC, "ContentItemId" DESC LIMIT @take
            """);
        return await db.Database.SqlQueryRaw<SearchNear>(sql.ToString(), [.. parameters]).ToListAsync(cancellationToken);
    }

    /// <inheritdoc />
    public async Task<IReadOnlyList<string>> FindTitlesAsync(
        CmsDbContext db, IReadOnlyList<SearchTerm> terms, bool isLastOpen, int take, CancellationToken cancellationToken) =>
        await db.Database.SqlQueryRaw<string>(
            ReadTitles,
            new NpgsqlParameter("match", ToQuery(terms, isLastOpen)),
            new NpgsqlParameter("take", take)).ToListAsync(cancellationToken);

    /// <summary>
    /// The query in the engine's words. Tokens hold letters and digits only, so quotes need no escape. A term whose last
    /// word may go on ends with a star.
    /// </summary>
    internal static string ToQuery(IReadOnlyList<SearchTerm> terms, bool isLastOpen = false) => string.Join(
        " & ", terms.SelectMany((term, index) => Parts(term, isLastOpen && index == terms.Count - 1)));

    /// <summary>Titles that begin with a term: the vector of each begins with a sign for its beginning.</summary>
    internal static string ToStartQuery(SearchTerm term) =>
        $"'{TitleStart}' <-> " + (term.Tokens.Count > 0 ? string.Join(" <-> ", term.Tokens.Select(token => $"'{token}'")) : $"'{term.Pieces[0]}':*");

    private static IEnumerable<string> Parts(SearchTerm term, bool isOpen)
    {
        if (term.Tokens.Count > 0)
        {
            var phrase = string.Join(" <-> ", term.Tokens.Select(token => $"'{token}'"));
            yield return $"({phrase}{(isOpen && term.Pieces.Count == 0 ? ":*" : "")})";
        }

        foreach (var piece in term.Pieces)
        {
            yield return $"'{piece}'";
        }
    }

    private static IEnumerable<NpgsqlParameter> Conditions(SearchFilter filter) =>
    [
        new("type", NpgsqlDbType.Varchar) { Value = (object?)filter.ContentType ?? DBNull.Value },
        new("unit", NpgsqlDbType.Uuid) { Value = (object?)filter.OrgUnitId ?? DBNull.Value },
        new("year", NpgsqlDbType.Integer) { Value = (object?)filter.Year ?? DBNull.Value },
    ];
}
