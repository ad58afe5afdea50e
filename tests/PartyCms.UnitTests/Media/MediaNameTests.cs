using PartyCms.Media.Files;

namespace PartyCms.UnitTests.Media;

public sealed class MediaNameTests
{
    [Theory]
    [InlineData("C:\\照片\\合影.jpg", "合影.jpg")]
    [InlineData("../../etc/passwd", "passwd")]
    [InlineData(" 甲\r\n乙.pdf ", "甲乙.pdf")]
    [InlineData("合影\u202Egnp.exe", "合影gnp.exe")]
    [InlineData(null, "")]
    public void A_name_loses_its_path_and_what_cannot_be_shown(string? sent, string kept) =>
        Assert.Equal(kept, MediaName.Clean(sent));

    // An attribute cannot hold half of a surrogate pair, so this is no row of the table.
    [Fact]
    public void Half_a_character_becomes_the_mark_for_one() => Assert.Equal("\uFFFD.png", MediaName.Clean("\uD83D.png"));

    [Fact]
    public void A_long_text_is_never_cut_within_a_character() =>
        Assert.Equal("党", MediaName.Shorten("党\U0001F389", 2));
}
