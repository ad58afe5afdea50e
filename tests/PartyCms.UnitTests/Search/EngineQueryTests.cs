using PartyCms.Data.PostgreSql;
using PartyCms.Data.Sqlite;
using PartyCms.Kernel.Search;
using PartyCms.Kernel.Text;

namespace PartyCms.UnitTests.Search;

public sealed class EngineQueryTests
{
    [Theory]
    [InlineData("党务公开", "\"党务 务公 公开\"")]
    [InlineData("党", "\"党\"")]
    [InlineData("党费 2024", "\"党费\" AND \"2024\"")]
    [InlineData("2024年", "\"2024\" AND \"2024年\"")]
    [InlineData("a\"b' OR *", "\"a\" AND \"b\" AND \"or\"")]
    public void Fts5_gets_phrases(string query, string expected) =>
        Assert.Equal(expected, SqliteSearchIndex.ToMatch(SearchTerms.Parse(query)));

    [Theory]
    [InlineData("党务公开", "('党务' <-> '务公' <-> '公开')")]
    [InlineData("党", "'党'")]
    [InlineData("党费 2024", "('党费') & ('2024')")]
    [InlineData("2024年", "('2024') & '2024年'")]
    [InlineData("a\"b' OR |", "('a') & ('b') & ('or')")]
    public void PostgreSql_gets_phrases(string query, string expected) =>
        Assert.Equal(expected, PostgreSqlSearchIndex.ToQuery(SearchTerms.Parse(query)));

    [Theory]
    [InlineData("党费 wech", "\"党费\" AND \"wech\" *", "('党费') & ('wech':*)")]
    [InlineData("党", "\"党\"", "'党'")]
    public void A_word_that_is_still_typed_may_go_on(string query, string fts5, string postgreSql)
    {
        var terms = SearchTerms.Parse(query);

        Assert.Equal(fts5, SqliteSearchIndex.ToMatch(terms, isLastOpen: true));
        Assert.Equal(postgreSql, PostgreSqlSearchIndex.ToQuery(terms, isLastOpen: true));
    }

    [Fact]
    public void A_vector_names_place_and_weight_and_leaves_a_gap_between_fields() =>
        Assert.Equal(
            "'党费':1A '2024':4B '清禾':7C '公开':10D '党':16383D '费':16383D '清':16383D '禾':16383D '公':16383D '开':16383D ",
            PostgreSqlSearchIndex.ToVector(
                new SearchEntry("id", "BranchNews", null, DateTimeOffset.UnixEpoch, 1970, "党费", "2024", "清禾", "公开")));

    [Fact]
    public void A_filter_is_spelled_as_no_query_can_be() =>
        Assert.Equal(
            ["_tBranchNews", "_b00000000000000000000000000000000", "_y2026"],
            SqliteSearchIndex.Facets("Branch\"News", Guid.Empty, 2026));
}
