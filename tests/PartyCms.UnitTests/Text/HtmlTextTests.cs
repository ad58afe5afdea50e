using PartyCms.Kernel.Text;

namespace PartyCms.UnitTests.Text;

public sealed class HtmlTextTests
{
    [Theory]
    [InlineData("党务公开", "党务公开")]
    [InlineData(" 甲 \n\t 乙　丙 ", "甲 乙　丙")]
    [InlineData("<p>学习\n贯彻</p>", "学习贯彻")]
    [InlineData("<p>甲</p><p>乙</p>", "甲 乙")]
    [InlineData("<p>一<strong>二</strong>三<a href=\"/x\">四</a></p>", "一二三四")]
    [InlineData("<h2>题</h2>文<br>行<hr><ul><li>a</li><li>b</li></ul>", "题 文 行 a b")]
    [InlineData("<table><tr><td>1</td><td>2</td></tr><tr><td>3</td></tr></table>", "1 2 3")]
    [InlineData("5 &lt; 6 &amp; 7&nbsp;&gt; 3 &hellip; &#20826;", "5 < 6 & 7 > 3 … 党")]
    [InlineData("<style>p{}</style><script>x</script><p>文<img src=\"/a.png\" alt=\"图\"></p><!-- c -->", "文")]
    [InlineData("<p>a\u0000b\u200Bc</p>", "abc")]
    [InlineData("", "")]
    public void Plain_text_is_what_a_reader_sees_with_blocks_apart(string html, string text)
    {
        Assert.Equal(text, HtmlText.ToPlainText(html));
    }

    [Theory]
    [InlineData("<p>短文。</p>", 120, "短文。")]
    [InlineData("<p>第一句话说完了。第二句话很长很长很长。</p>", 12, "第一句话说完了。")]
    [InlineData("<p>他说：“我们要学习。”然后就走了，没有回来。</p>", 14, "他说：“我们要学习。”")]
    [InlineData("短。后面这一句没有在限度之内结束因此只好截断", 12, "短。后面这一句没有在限…")]
    [InlineData("一二三四五六七八九十", 5, "一二三四…")]
    [InlineData("version 2.0 is out. It is a long story", 22, "version 2.0 is out.")]
    [InlineData("一二三\U0001F600四五六", 5, "一二三…")]
    [InlineData("一二三e\u0301e\u0301", 6, "一二三e\u0301…")]
    [InlineData("一二三", 1, "…")]
    public void A_summary_ends_with_a_sentence_or_an_ellipsis_and_never_within_a_character(
        string html, int maxChars, string summary)
    {
        Assert.Equal(summary, HtmlText.Summarize(html, maxChars));
    }

    [Fact]
    public void A_summary_is_never_longer_than_asked_for()
    {
        var text = string.Concat(Enumerable.Repeat("党员。“学”😀，a. ", 40));

        Assert.All(Enumerable.Range(1, 200), room => Assert.InRange(HtmlText.Summarize(text, room).Length, 1, room));
    }

    [Theory]
    [InlineData(0, 1)]
    [InlineData(10, 1)]
    [InlineData(449, 1)]
    [InlineData(450, 2)]
    [InlineData(3000, 10)]
    public void Chinese_is_read_at_three_hundred_characters_a_minute(int characters, int minutes)
    {
        Assert.Equal(minutes, HtmlText.ReadingMinutes($"<p>{new string('党', characters)}，。</p>"));
    }

    [Fact]
    public void A_word_of_another_script_counts_as_one_and_a_half_characters()
    {
        Assert.Equal(3, HtmlText.ReadingMinutes(string.Concat(Enumerable.Repeat("party ", 600))));
    }
}
