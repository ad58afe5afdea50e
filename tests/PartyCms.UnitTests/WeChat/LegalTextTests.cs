using PartyCms.WeChat.Callback;

namespace PartyCms.UnitTests.WeChat;

public sealed class LegalTextTests
{
    [Theory]
    [InlineData("", "")]
    [InlineData("党课 <b>&'\"😀\t\r\n", "党课 <b>&'\"😀\t\r\n")]
    [InlineData("\u0000党\u0001课\u001f", "党课")]
    [InlineData("\uffff\ufffe党", "党")]
    public void Only_what_XML_forbids_is_left_out(string text, string legal)
    {
        Assert.Equal(legal, LegalText.From(text));
    }

    // Attributes cannot hold halves of surrogate pairs.
    [Fact]
    public void Halves_of_surrogate_pairs_are_left_out()
    {
        Assert.Equal("", LegalText.From("\ud83d"));
        Assert.Equal("党", LegalText.From("\ud83d党"));
        Assert.Equal("😀😀", LegalText.From("\ude00😀\ud83d😀\ud83d"));
    }
}
