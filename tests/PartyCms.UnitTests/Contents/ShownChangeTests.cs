using PartyCms.Contents.Comparison;
using PartyCms.Kernel.Content.Comparing;
using PartyCms.Kernel.Text.Comparing;

namespace PartyCms.UnitTests.Contents;

public sealed class ShownChangeTests
{
    [Fact]
    public void What_stayed_far_from_a_change_is_counted_and_left_out()
    {
        var before = string.Concat(Enumerable.Range(1, 9).Select(i => $"<p>第{i}段话</p>"));
        var blocks = BlockDiff.CompareHtml(before, before + "<p>最后加的</p>");

        var shown = ShownChange.Of(new FieldChange("HtmlBodyPart.Html", blocks), "正文");

        Assert.Equal([8, 0, 0], shown.Blocks.Select(block => block.Skipped));
    }

    [Fact]
    public void A_long_stretch_that_stayed_keeps_its_ends_next_to_the_change()
    {
        var stayed = new string('同', 300);
        var blocks = BlockDiff.ComparePlain("旧" + stayed, "新" + stayed);

        var spans = Assert.Single(ShownChange.Of(new FieldChange("A.Text", blocks), "甲").Blocks).Block!.Spans;

        Assert.Equal(new string('同', 40) + " …", spans[^1].Text);
    }

    [Theory]
    [InlineData("TitlePart.Title", "标题")]
    [InlineData("DisclosurePart.Period.Text", "Period")]
    [InlineData("DailyLessonPart.Quiz[1].Question", "Quiz 第 2 项 · Question")]
    [InlineData("ForeignPart.Mark.Text", "Mark")]
    public void A_field_is_called_what_people_call_it_or_by_what_its_path_says(string path, string name) =>
        Assert.Equal(name, FieldNames.Of(path));
}
