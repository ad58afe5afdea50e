using PartyCms.WeChat.Conversation;
using PartyCms.WeChat.Conversation.Keywords;

namespace PartyCms.UnitTests.WeChat;

public sealed class KeywordRuleTests
{
    [Theory]
    [InlineData("党费", "党费", nameof(KeywordMatch.Exact), true)]
    [InlineData("“党费”！", "党费", nameof(KeywordMatch.Exact), true)]
    [InlineData("黨費", "党费", nameof(KeywordMatch.Exact), true)]
    [InlineData("vip", "VIP", nameof(KeywordMatch.Exact), true)]
    [InlineData("怎么交党费", "党费", nameof(KeywordMatch.Exact), false)]
    [InlineData("怎么交党费？", "党费", nameof(KeywordMatch.Contains), true)]
    [InlineData("党课费用", "党费", nameof(KeywordMatch.Contains), false)]
    [InlineData("随便", "！", nameof(KeywordMatch.Contains), false)]
    public void A_text_fits_a_word_as_the_rule_says(string text, string word, string match, bool fits)
    {
        var rule = Rule(word, Enum.Parse<KeywordMatch>(match));

        Assert.Equal(fits, rule.Fits(Keyword.From(text)));
    }

    [Fact]
    public void A_rule_that_is_off_fits_nothing()
    {
        var rule = Rule("党费", KeywordMatch.Exact);
        rule.IsOn = false;

        Assert.False(rule.Fits("党费"));
    }

    private static KeywordRule Rule(string word, KeywordMatch match) =>
        new() { Id = Guid.Empty, Word = word, Match = match, Answer = KeywordAnswer.Text };
}
