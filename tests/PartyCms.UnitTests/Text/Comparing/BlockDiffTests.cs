using PartyCms.Kernel.Text.Comparing;

namespace PartyCms.UnitTests.Text.Comparing;

public sealed class BlockDiffTests
{
    [Fact]
    public void A_paragraph_put_between_two_others_is_the_only_change()
    {
        var blocks = BlockDiff.CompareHtml("<p>第一段。</p><p>第三段。</p>", "<p>第一段。</p><p>新来的一段话。</p><p>第三段。</p>");

        Assert.Equal([BlockChange.Same, BlockChange.Added, BlockChange.Same], blocks.Select(block => block.Change));
    }

    [Fact]
    public void A_changed_paragraph_is_set_beside_what_it_was()
    {
        var blocks = BlockDiff.CompareHtml(
            "<p>会议由书记主持，应到十二人。</p><p>会后清点工具。</p>",
            "<p>天气晴好。</p><p>会议由书记主持，实到十一人。</p><p>会后清点工具。</p>");

        Assert.Equal([BlockChange.Added, BlockChange.Edited, BlockChange.Same], blocks.Select(block => block.Change));
    }

    [Theory]
    [InlineData("<p>安全第一</p>", "<h2>安全第一</h2>", "段落改为标题")]
    [InlineData("<p>安全第一</p>", "<p><strong>安全</strong>第一</p>", "现在是：“安全”加粗")]
    [InlineData("<p><a href=\"/a\">办法</a></p>", "<p><a href=\"/b\">办法</a></p>", "不再是：“办法”链接到 /a|现在是：“办法”链接到 /b")]
    [InlineData("<p>甲</p>", "<ul><li>甲</li></ul>", "段落改为列表项")]
    public void A_change_of_form_is_named(string before, string after, string notes)
    {
        var block = Assert.Single(BlockDiff.CompareHtml(before, after));

        Assert.Equal((BlockChange.Restyled, notes), (block.Change, string.Join('|', block.Notes)));
    }

    [Fact]
    public void A_picture_that_was_exchanged_is_told_with_its_address()
    {
        var blocks = BlockDiff.CompareHtml(
            "<p>前</p><p><img src=\"/media/a.jpg\" alt=\"车间\"></p>", "<p>前</p><p><img src=\"/media/b.jpg\" alt=\"车间\"></p>");

        Assert.Contains(blocks, block => block is { Change: BlockChange.Edited, Kind: "图片" } && block.Notes.Contains("现在是：地址 /media/b.jpg"));
    }

    [Fact]
    public void A_table_is_compared_row_by_row()
    {
        var blocks = BlockDiff.CompareHtml(
            "<table><tr><th>项目</th><th>金额</th></tr><tr><td>安全卡印制</td><td>120元</td></tr></table>",
            "<table><tr><th>项目</th><th>金额</th></tr><tr><td>安全卡印制</td><td>150元</td></tr></table>");

        var changed = Assert.Single(blocks, block => block.Change != BlockChange.Same);
        Assert.Equal("表格行", changed.Kind);
        Assert.Contains(new TextSpan(SpanChange.Added, "150"), changed.Spans);
    }

    [Fact]
    public void A_document_of_fifty_thousand_short_paragraphs_is_compared()
    {
        var before = string.Concat(Enumerable.Range(0, 50_000).Select(i => $"<p>{i}</p>"));
        var after = string.Concat(Enumerable.Range(25_000, 50_000).Reverse().Select(i => $"<p>{i}</p>"));

        Assert.NotEmpty(BlockDiff.CompareHtml(before, after));
    }
}
