using PartyCms.WeChat.Conversation;

namespace PartyCms.UnitTests.WeChat;

public sealed class KeywordTests
{
    [Theory]
    [InlineData("学习")]
    [InlineData(" 学习\n")]
    [InlineData("“学习”")]
    [InlineData("「学习」。")]
    [InlineData("'学 习'!")]
    public void A_keyword_is_found_inside_of_what_people_type_around_it(string text)
    {
        Assert.Equal(Keyword.Lesson, Keyword.From(text));
    }

    [Theory]
    [InlineData("")]
    [InlineData("学习计划")]
    [InlineData("我要学习")]
    public void A_sentence_that_contains_the_word_is_no_keyword(string text)
    {
        Assert.NotEqual(Keyword.Lesson, Keyword.From(text));
    }
}
