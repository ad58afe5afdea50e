using PartyCms.Data.PostgreSql;
using PartyCms.Data.Sqlite;
using PartyCms.Kernel.Search;
using PartyCms.Kernel.Text;

namespace PartyCms.UnitTests.Search;

public sealed class EngineQueryTests
{
    [Theory]
    [InlineData("党务公开", "\"党务 务公 公开\"")]
    [InlineData("党", "\"党\" *")]
    [InlineData("党费 2024", "\"党费\" AND \"2024\"")]
    [InlineData("a\"b' OR *", "\"a\" AND \"b\" AND \"or\"")]
    public void Fts5_gets_phrases(string query, string expected) =>
        Assert.Equal(expected, SqliteSearchIndex.ToMatch(SearchText.ToMatchTokens(query)));

    [Theory]
    [InlineData("党务公开", "('党务' <-> '务公' <-> '公开')")]
    [InlineData("党", "('党':*)")]
    [InlineData("党费 2024", "('党费') & ('2024')")]
    [InlineData("a\"b' OR |", "('a') & ('b') & ('or')")]
    public void PostgreSql_gets_phrases(string query, string expected) =>
        Assert.Equal(expected, PostgreSqlSearchIndex.ToQuery(SearchText.ToMatchTokens(query)));

    [Fact]
    public void A_vector_names_place_and_weight_and_leaves_a_gap_between_fields() =>
        Assert.Equal(
            "'党费':1A '费':2A '2024':5B '清禾':8C '禾':9C '公开':12D '开':13D ",
            PostgreSqlSearchIndex.ToVector(
                new SearchEntry("id", "BranchNews", null, DateTimeOffset.UnixEpoch, "党费", "2024", "清禾", "公开")));
}
