using PartyCms.WeChat.Crypto;

namespace PartyCms.UnitTests.WeChat;

public sealed class EncodingAesKeyTests
{
    [Fact]
    public void Forty_three_letters_and_digits_are_a_key_of_thirty_two_bytes()
    {
        var key = EncodingAesKey.Parse("abcdefghijklmnopqrstuvwxyz0123456789ABCDEFG");

        Assert.Equal(32, key.Key.Length);
        Assert.Equal(key.Key[..16], key.Vector);
    }

    [Theory]
    [InlineData(null)]
    [InlineData("")]
    [InlineData("abcdefghijklmnopqrstuvwxyz0123456789ABCDEF")]
    [InlineData("abcdefghijklmnopqrstuvwxyz0123456789ABCDEFGH")]
    [InlineData("abcdefghijklmnopqrstuvwxyz0123456789ABCDEF+")]
    [InlineData("abcdefghijklmnopqrstuvwxyz0123456789ABCDEF课")]
    public void Anything_else_is_refused(string? text)
    {
        Assert.False(EncodingAesKey.TryParse(text, out _));
    }
}
