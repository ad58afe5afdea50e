using PartyCms.WeChat.Client;
using PartyCms.WeChat.Client.Errors;

namespace PartyCms.UnitTests.WeChat.Client;

public sealed class WeChatErrorTests
{
    [Theory]
    [InlineData(
        "invalid credential, access_token is invalid or not latest rid: 617682e0-09059ac5-34a8e2ea",
        "invalid credential, access_token is invalid or not latest",
        "617682e0-09059ac5-34a8e2ea")]
    [InlineData("api unauthorized, rid: 61768-0905-34a8", "api unauthorized", "61768-0905-34a8")]
    [InlineData("invalid media_id hint: [abc]", "invalid media_id hint: [abc]", null)]
    [InlineData("", "", null)]
    public void The_id_of_the_call_is_taken_out_of_the_words(string errmsg, string message, string? rid)
    {
        var error = WeChatError.Answered(40001, errmsg);

        Assert.Equal((message, rid), (error.Message, error.Rid));
    }

    [Theory]
    [InlineData("invalid ip 10.0.0.1 ipv6 ::ffff:10.0.0.1, not in whitelist rid: 617682e0-09059ac5-34a8e2ea", "10.0.0.1")]
    [InlineData("invalid ip 2409:8a00::1, not in whitelist", "2409:8a00::1")]
    [InlineData("api unauthorized", null)]
    public void The_address_that_is_not_let_in_is_found(string errmsg, string? address) =>
        Assert.Equal(address, WeChatError.Answered(WeChatCode.AddressNotListed, errmsg).RefusedAddress);

    [Theory]
    [InlineData(-1, true)]
    [InlineData(61450, true)]
    [InlineData(45009, false)]
    [InlineData(48001, false)]
    [InlineData(40001, false)]
    public void Only_a_busy_WeChat_may_have_done_what_it_refused(int code, bool may) =>
        Assert.Equal(may, WeChatError.Answered(code, "").MayHaveHappened);

    [Fact]
    public void What_was_not_sent_has_not_happened() => Assert.False(WeChatError.Unreachable("no route").MayHaveHappened);

    [Fact]
    public void What_was_not_answered_may_have_happened() => Assert.True(WeChatError.Unknown("no answer").MayHaveHappened);
}
