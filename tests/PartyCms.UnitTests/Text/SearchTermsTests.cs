using PartyCms.Kernel.Text;

namespace PartyCms.UnitTests.Text;

public sealed class SearchTermsTests
{
    [Theory]
    [InlineData("黨務公開 条例2024 条例", "党务公开|条例|2024")]
    [InlineData("2025年 党费", "2025年|党费")]
    [InlineData("7月1日", "7月1日")]
    [InlineData("第20届", "第20届")]
    [InlineData("2025年党费", "2025|年党费")]
    [InlineData("\"党费，公开\" 支部", "党费,公开|支部")]
    [InlineData("“党费 2024”", "党费 2024")]
    [InlineData("「黨費」『食堂』", "党费|食堂")]
    [InlineData("《中国共产党章程》", "中国共产党章程")]
    [InlineData("\"没有关上的 引号", "没有关上的|引号")]
    [InlineData("\"\" “！” 党", "党")]
    [InlineData("！？，", "")]
    public void A_query_is_read_as_words_and_quotes(string query, string terms) =>
        Assert.Equal(terms.Split('|', StringSplitOptions.RemoveEmptyEntries), SearchTerms.Parse(query).Select(term => term.Text));

    [Theory]
    [InlineData("党务公开", "党务 务公 公开", "")]
    [InlineData("党", "", "党")]
    [InlineData("a", "a", "")]
    [InlineData("2025年", "2025", "2025年")]
    [InlineData("第20届", "20", "第20 20届")]
    [InlineData("7月1日", "7 月 1", "1日")]
    [InlineData("\"公开 2024年\"", "公开 2024", "2024年")]
    [InlineData("\"年 2024\"", "2024", "年")]
    public void A_term_asks_for_tokens_in_order_and_for_pieces(string query, string tokens, string pieces)
    {
        var term = Assert.Single(SearchTerms.Parse(query));

        Assert.Equal(tokens, string.Join(' ', term.Tokens));
        Assert.Equal(pieces, string.Join(' ', term.Pieces));
    }

    [Theory]
    [InlineData("怎么交党费", "交党费")]
    [InlineData("入党需要什么条件", "入党|条件")]
    [InlineData("請問如何報名", "报名")]
    [InlineData("2025年党费多少", "2025|年党费")]
    [InlineData("是什么", "")]
    public void The_core_of_a_question_is_what_it_is_about(string query, string terms) =>
        Assert.Equal(terms.Split('|', StringSplitOptions.RemoveEmptyEntries), SearchTerms.Core(query).Select(term => term.Text));

    [Fact]
    public void Cut_terms_are_one_token_each() =>
        Assert.Equal(
            ["党员", "员大", "大会", "2025"], SearchTerms.Cut(SearchTerms.Parse("党员大会 2025 大会")).Select(term => Assert.Single(term.Tokens)));

    [Fact]
    public void Characters_are_those_of_unspaced_scripts() =>
        Assert.Equal(
            ["交", "党", "费"], SearchTerms.Characters(SearchTerms.Parse("交党费 2025 abc")).Select(term => Assert.Single(term.Pieces)));

    [Theory]
    [InlineData("\"党费\"", true)]
    [InlineData("“党费”", true)]
    [InlineData("《党章》", false)]
    [InlineData("党费\"", false)]
    public void Quotes_are_told_from_signs(string query, bool hasQuotes) => Assert.Equal(hasQuotes, SearchTerms.HasQuotes(query));

    [Fact]
    public void No_query_is_too_long_or_holds_signs_of_a_query_language()
    {
        var query = string.Concat(Enumerable.Range(0, 500).Select(i => $"\"词{i}* OR (x:'{i}' <-> !y) --;\u0000 \uD800"))
            + new string('党', 5_000);

        var terms = SearchTerms.Parse(query);

        Assert.Equal(SearchTerms.MaxTerms, terms.Count);
        Assert.All(terms, term => Assert.InRange(term.Tokens.Count + term.Pieces.Count, 1, 66));
        Assert.All(terms.SelectMany(term => term.Tokens.Concat(term.Pieces)), token => Assert.True(token.All(char.IsLetterOrDigit), token));
    }
}
