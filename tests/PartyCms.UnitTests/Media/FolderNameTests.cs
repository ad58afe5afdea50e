using PartyCms.Media.Folders;

namespace PartyCms.UnitTests.Media;

public sealed class FolderNameTests
{
    [Theory]
    [InlineData("主题党日", "主题党日")]
    [InlineData("  2026 年 7 月 ", "2026 年 7 月")]
    [InlineData("e\u0301", "\u00E9")]
    public void A_name_is_kept_composed_and_without_space_around_it(string typed, string kept) =>
        Assert.Equal(kept, FolderName.Clean(typed));

    [Theory]
    [InlineData(null)]
    [InlineData("")]
    [InlineData("   ")]
    [InlineData("..")]
    [InlineData("甲/乙")]
    [InlineData("甲\\乙")]
    [InlineData("甲\u0000乙")]
    [InlineData("甲\u200B乙")]
    [InlineData("甲\u202E乙")]
    [InlineData("50%")]
    public void What_is_no_name_is_refused(string? typed) => Assert.Null(FolderName.Clean(typed));

    // An attribute cannot hold half of a surrogate pair, so this is no row of the table.
    [Fact]
    public void Half_a_character_is_no_name() => Assert.Null(FolderName.Clean("\uD83D"));

    [Fact]
    public void A_name_has_at_most_50_characters()
    {
        Assert.NotNull(FolderName.Clean(new string('党', FolderName.Longest)));
        Assert.Null(FolderName.Clean(new string('党', FolderName.Longest + 1)));
    }
}
