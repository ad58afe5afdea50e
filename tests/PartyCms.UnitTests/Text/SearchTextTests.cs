using PartyCms.Kernel.Text;

namespace PartyCms.UnitTests.Text;

public sealed class SearchTextTests
{
    [Theory]
    [InlineData("黨務公開", "党务公开")]
    [InlineData("ＡＢＣ１２３：（甲）", "abc123:(甲)")]
    [InlineData("WeChat Café", "wechat café")]
    [InlineData("ｶﾞｷﾞ", "ガギ")]
    [InlineData("㎡ ① ㈠", "m2 1 (一)")]
    [InlineData("乾坤 乾燥", "干坤 干燥")]
    [InlineData("看著 看着", "看着 看着")]
    [InlineData("e\u0301", "é")]
    public void What_a_searcher_does_not_tell_apart_is_folded(string text, string folded)
    {
        Assert.Equal(folded, SearchText.Normalize(text));
    }

    [Fact]
    public void Half_of_a_character_divides_words()
    {
        Assert.Equal(["a", "b", "党"], SearchText.Bigrams("a\uD800b\uDC00党"));
    }

    [Fact]
    public void Folding_twice_changes_nothing_more()
    {
        for (var code = 0x20; code < 0x30000; code += code < 0xD7FF ? 1 : 7)
        {
            if (code is < 0xD800 or > 0xDFFF)
            {
                var once = SearchText.Normalize("a" + char.ConvertFromUtf32(code));

                Assert.Equal(once, SearchText.Normalize(once));
            }
        }
    }

    [Theory]
    [InlineData("党务公开", "党务|务公|公开")]
    [InlineData("黨務公開", "党务|务公|公开")]
    [InlineData("党", "党")]
    [InlineData("党务公开2024年WeChat", "党务|务公|公开|2024|年|wechat")]
    [InlineData("三会一课，学习！", "三会|会一|一课|学习")]
    [InlineData("𠮷野家", "𠮷野|野家")]
    [InlineData("コンテナー 한국어", "コン|ンテ|テナ|ナー|한국|국어")]
    [InlineData("3.5 a_b don't", "3|5|a|b|don|t")]
    [InlineData("naïve हिन्दी", "naïve|हिन्दी")]
    [InlineData("，。!?", "")]
    public void Chinese_is_indexed_by_pairs_and_other_scripts_by_words(string text, string tokens)
    {
        Assert.Equal(tokens.Split('|', StringSplitOptions.RemoveEmptyEntries), SearchText.Bigrams(text));
    }

    [Fact]
    public void A_word_without_end_is_cut()
    {
        Assert.Equal([new string('a', 64)], SearchText.Bigrams(new string('a', 5_000)));
    }

    [Theory]
    [InlineData("共产党", "共产 产党")]
    [InlineData("党 abc", "党 abc")]
    [InlineData("", "")]
    public void The_index_text_is_the_tokens_in_order(string text, string index)
    {
        Assert.Equal(index, SearchText.ToIndexText(text));
    }

    [Theory]
    [InlineData("党务党", "党 务")]
    [InlineData("2025年第3期", "2025年 年 第 第3 3期 期")]
    [InlineData("第 20 届", "第 届")]
    [InlineData("𠮷3A", "𠮷 𠮷3a")]
    [InlineData("blue 7!", "")]
    public void Pieces_are_single_characters_and_words_with_the_character_that_touches_them(string text, string pieces)
    {
        Assert.Equal(pieces, SearchText.ToPieces(text));
    }
}
