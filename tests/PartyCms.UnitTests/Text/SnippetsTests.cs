using System.Text;
using PartyCms.Kernel.Text;

namespace PartyCms.UnitTests.Text;

public sealed class SnippetsTests
{
    [Theory]
    [InlineData("支部党务公开栏", "党务", "支部[党务]公开栏")]
    [InlineData("支部党务公开栏", "黨務公開", "支部[党务公开]栏")]
    [InlineData("支部黨務公開欄", "党务公开", "支部[黨務公開]欄")]
    [InlineData("党务公开与党务", "党务", "[党务]公开与[党务]")]
    [InlineData("Party Affairs and party work", "ＰＡＲＴＹ", "[Party] Affairs and [party] work")]
    [InlineData("compartment part", "part", "compartment [part]")]
    [InlineData("面积100㎡左右", "m2", "面积100㎡左右")]
    [InlineData("面积 ㎡ 左右", "m2", "面积 [㎡] 左右")]
    [InlineData("cafe\u0301 x", "CAFÉ", "[cafe\u0301] x")]
    [InlineData("学习教育", "学习 教育", "[学习教育]")]
    [InlineData("党务公开", "务公 党务公开", "[党务公开]")]
    [InlineData("没有", "党务", "没有")]
    [InlineData("没有", "", "没有")]
    public void A_hit_is_marked_as_it_stands_in_the_text(string text, string terms, string marked)
    {
        Assert.Equal(marked, Marked(Snippets.Snippet(text, terms.Split(' '))));
    }

    [Fact]
    public void A_long_text_is_shown_around_its_hits()
    {
        var text = new string('前', 300) + "支部党务公开工作" + new string('后', 300);

        var snippet = Marked(Snippets.Snippet(text, ["党务"], 20));

        Assert.Equal("…前前前支部[党务]公开工作后后后后后后后后后…", snippet);
    }

    [Fact]
    public void The_place_with_most_different_terms_is_shown()
    {
        var text = "学习" + new string('甲', 200) + "学习学习学习" + new string('乙', 200) + "学习党章";

        var snippet = Marked(Snippets.Snippet(text, ["党章", "学习"], 12));

        Assert.Equal("…乙乙乙乙乙乙乙乙[学习党章]", snippet);
    }

    [Fact]
    public void Without_a_hit_the_beginning_is_shown()
    {
        Assert.Equal("一二三…", Marked(Snippets.Snippet("一二三四五", ["党"], 3)));
    }

    [Fact]
    public void No_cut_goes_through_a_character()
    {
        var text = string.Concat(Enumerable.Repeat("😀e\u0301党", 30));

        Assert.All(Enumerable.Range(1, 60), room =>
        {
            var snippet = string.Concat(Snippets.Snippet(text, ["党"], room).Select(segment => segment.Text));

            Assert.DoesNotContain('\uFFFD', Encoding.UTF8.GetString(Encoding.UTF8.GetBytes(snippet)));
        });
    }

    [Fact]
    public void The_pieces_together_are_the_text()
    {
        const string Text = "支部党务公开，党务、黨務；ＡＢ abc。";

        var segments = Snippets.Snippet(Text, ["党务", "务公", "ab", "abc"]);

        Assert.Equal(Text, string.Concat(segments.Select(segment => segment.Text)));
    }

    private static string Marked(IReadOnlyList<SnippetSegment> segments) =>
        string.Concat(segments.Select(segment => segment.IsHit ? $"[{segment.Text}]" : segment.Text));
}
