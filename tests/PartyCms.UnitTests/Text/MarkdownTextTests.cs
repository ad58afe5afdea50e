using PartyCms.Kernel.Text;

namespace PartyCms.UnitTests.Text;

public sealed class MarkdownTextTests
{
    [Fact]
    public void Markdown_becomes_clean_html() =>
        Assert.Equal("<h2>通知</h2><p>请 <strong>准时</strong>到会。</p>", MarkdownText.ToHtml("# 通知\n\n请 **准时**到会。<script>x()</script>").Replace("\n", "", StringComparison.Ordinal));

    [Theory]
    [InlineData(">")]
    [InlineData("> ")]
    [InlineData("- ")]
    [InlineData("1. ")]
    [InlineData("[")]
    [InlineData("![")]
    [InlineData("*a")]
    [InlineData("**a ")]
    [InlineData("~~a ")]
    [InlineData("` ")]
    [InlineData("<b>")]
    [InlineData("<div>\n\n")]
    [InlineData("|a")]
    [InlineData("\\")]
    [InlineData("(")]
    [InlineData("[a](")]
    [InlineData("&#")]
    public void However_deep_a_text_is_nested_it_stays_readable(string piece)
    {
        var text = string.Concat(Enumerable.Repeat(piece, 4_000)) + "会议记录";

        Assert.Contains("会议记录", MarkdownText.ToHtml(text), StringComparison.Ordinal);
    }

    [Fact]
    public void Lists_within_lists_beyond_any_use_stay_readable()
    {
        var text = string.Concat(Enumerable.Range(0, 600).Select(depth => new string(' ', depth * 2) + "- 第几层\n")) + "会议记录";

        Assert.Contains("会议记录", MarkdownText.ToHtml(text), StringComparison.Ordinal);
    }
}
