using PartyCms.Contents.Organizing.Outlines;

namespace PartyCms.UnitTests.Contents.Organizing;

public sealed class OutlineTests
{
    [Theory]
    [InlineData("up", 3, "a d b .c e")]
    [InlineData("up", 4, "a b .c e d")]
    [InlineData("up", 0, "a b .c d e")]
    [InlineData("up", 2, "a b .c d e")]
    [InlineData("down", 1, "a d b .c e")]
    [InlineData("down", 0, "b .c a d e")]
    [InlineData("down", 4, "a b .c d e")]
    [InlineData("down", 2, "a b .c d e")]
    [InlineData("in", 1, "a .b ..c d e")]
    [InlineData("in", 3, "a b .c .d e")]
    [InlineData("in", 0, "a b .c d e")]
    [InlineData("in", 2, "a b .c d e")]
    [InlineData("out", 2, "a b c d e")]
    [InlineData("out", 1, "a b .c d e")]
    [InlineData("remove", 1, "a c d e")]
    [InlineData("remove", 2, "a b d e")]
    public void A_line_moves_with_what_stands_below_it(string act, int at, string expected)
    {
        var rows = Read("a b .c d e");

        Assert.True(OutlineAct.TryRun(rows, $"{act}:{at}"));

        Assert.Equal(expected, Write(rows));
    }

    [Fact]
    public void A_line_that_moves_out_comes_behind_the_rest_of_its_parent()
    {
        var rows = Read("a .b ..c .d e");

        Outline.Outdent(rows, 1);

        Assert.Equal("a .d b .c e", Write(rows));
    }

    [Fact]
    public void Moving_up_passes_the_whole_branch_before()
    {
        var rows = Read("a .b ..c d .e");

        Outline.MoveUp(rows, 3);

        Assert.Equal("d .e a .b ..c", Write(rows));
    }

    [Fact]
    public void What_stood_below_a_line_that_is_taken_away_moves_into_its_place()
    {
        var rows = Read("a .b ..c ..d .e");

        Outline.Remove(rows, 1);

        Assert.Equal("a .c .d .e", Write(rows));
    }

    [Fact]
    public void A_branch_never_goes_deeper_than_the_deepest_level()
    {
        var deep = string.Join(' ', Enumerable.Range(0, Outline.Deepest + 1).Select(depth => new string('.', depth) + "x"));
        var rows = Read("a " + deep);

        Outline.Indent(rows, 1);

        Assert.Equal("a " + deep, Write(rows));
    }

    [Theory]
    [InlineData("...a b", "a b")]
    [InlineData("a ...b ..c", "a .b ..c")]
    public void Depths_that_cannot_be_are_straightened(string typed, string expected)
    {
        var rows = Read(typed);

        Outline.Straighten(rows);

        Assert.Equal(expected, Write(rows));
    }

    [Theory]
    [InlineData(null)]
    [InlineData("")]
    [InlineData("up")]
    [InlineData("up:9")]
    [InlineData("up:-1")]
    [InlineData("up:x")]
    [InlineData("explode:1")]
    public void A_button_that_nobody_has_does_nothing(string? act)
    {
        var rows = Read("a b");

        Assert.False(OutlineAct.TryRun(rows, act));

        Assert.Equal("a b", Write(rows));
    }

    private static List<Line> Read(string text) =>
        [.. text.Split(' ').Select(word => new Line { Name = word.TrimStart('.'), Depth = word.Length - word.TrimStart('.').Length })];

    private static string Write(IEnumerable<Line> rows) => string.Join(' ', rows.Select(row => new string('.', row.Depth) + row.Name));

    private sealed class Line : IOutlineRow
    {
        public required string Name { get; init; }

        public int Depth { get; set; }
    }
}
