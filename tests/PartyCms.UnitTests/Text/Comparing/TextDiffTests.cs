using PartyCms.Kernel.Text.Comparing;

namespace PartyCms.UnitTests.Text.Comparing;

public sealed class TextDiffTests
{
    [Theory]
    [InlineData("", "", "")]
    [InlineData("一样的话", "一样的话", "一样的话")]
    [InlineData("", "新的", "+新的+")]
    [InlineData("旧的", "", "-旧的-")]
    [InlineData("周一有鱼。", "周二有鱼。", "周-一-+二+有鱼。")]
    [InlineData("会议定于9月12日召开", "会议定于9月15日召开", "会议定于9月-12-+15+日召开")]
    [InlineData("Version 10 of the plan", "Version 11 of the plan", "Version -10-+11+ of the plan")]
    [InlineData("请党员参加", "请全体党员准时参加", "请+全体+党员+准时+参加")]
    [InlineData("表情👍好", "表情👎好", "表情-👍-+👎+好")]
    [InlineData("cafe\u0301 开门", "cafe 开门", "-cafe\u0301-+cafe+ 开门")]
    public void Words_and_characters_are_marked_as_a_reader_takes_them(string before, string after, string marked) =>
        Assert.Equal(marked, Marked(TextDiff.Compare(before, after)));

    [Fact]
    public void A_rewritten_phrase_is_one_replacement_and_no_confetti() =>
        Assert.Equal(
            "支部-上午九点在三楼会议室-+下午两点在职工之家+开会",
            Marked(TextDiff.Compare("支部上午九点在三楼会议室开会", "支部下午两点在职工之家开会")));

    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(3)]
    [InlineData(4)]
    [InlineData(5)]
    public void Both_texts_can_be_put_together_again_from_the_spans(int seed)
    {
        var random = new Random(seed);
        for (var round = 0; round < 60; round++)
        {
            var (before, after) = (Text(random), Text(random));

            var spans = TextDiff.Compare(before, after);

            Assert.Equal(before, string.Concat(spans.Where(span => span.Change != SpanChange.Added).Select(span => span.Text)));
            Assert.Equal(after, string.Concat(spans.Where(span => span.Change != SpanChange.Removed).Select(span => span.Text)));
        }
    }

    [Theory]
    [InlineData('。')]
    [InlineData('字')]
    [InlineData('a')]
    public void The_way_between_two_long_texts_is_bounded(char filler)
    {
        var random = new Random(7);
        var before = string.Create(50_000, random, Fill);
        var after = string.Create(50_000, random, Fill);
        var allocated = GC.GetAllocatedBytesForCurrentThread();

        var spans = TextDiff.Compare(before, after);

        Assert.Equal(before, string.Concat(spans.Where(span => span.Change != SpanChange.Added).Select(span => span.Text)));
        Assert.InRange(GC.GetAllocatedBytesForCurrentThread() - allocated, 0, 120_000_000);

        void Fill(Span<char> text, Random source)
        {
            for (var i = 0; i < text.Length; i++)
            {
                text[i] = source.Next(3) == 0 ? filler : (char)('一' + source.Next(2000));
            }
        }
    }

    private static string Text(Random random) => string.Concat(
        Enumerable.Range(0, random.Next(40)).Select(_ => "党员学习 aB1，。\n"[random.Next(11)]).Select(character => character.ToString()));

    private static string Marked(IEnumerable<TextSpan> spans) => string.Concat(spans.Select(span => span.Change switch
    {
        SpanChange.Removed => $"-{span.Text}-",
        SpanChange.Added => $"+{span.Text}+",
        _ => span.Text,
    }));
}
