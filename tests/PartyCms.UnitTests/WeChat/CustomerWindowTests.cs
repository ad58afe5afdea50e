using PartyCms.WeChat.Conversation.Followers;

namespace PartyCms.UnitTests.WeChat;

public sealed class CustomerWindowTests
{
    private static readonly DateTimeOffset Now = new(2026, 9, 16, 4, 0, 0, TimeSpan.Zero);

    [Theory]
    [InlineData(0, 0, true)]
    [InlineData(47 * 60 + 59, 4, true)]
    [InlineData(48 * 60, 0, false)]
    [InlineData(0, 5, false)]
    public void After_a_message_five_may_follow_within_two_days(int minutes, int sent, bool isOpen)
    {
        var follower = new Follower
        {
            OpenId = "o",
            SinceUtc = Now,
            MessagedUtc = Now.AddMinutes(-minutes),
            SentSinceMessage = sent,
        };

        Assert.Equal(isOpen ? CustomerWindowKind.Message : null, CustomerWindow.OpenFor(follower, Now));
    }

    [Theory]
    [InlineData(0, 0, true)]
    [InlineData(59, 2, true)]
    [InlineData(60, 0, false)]
    [InlineData(0, 3, false)]
    public void After_an_action_three_may_follow_within_a_minute(int seconds, int sent, bool isOpen)
    {
        var follower = new Follower
        {
            OpenId = "o",
            SinceUtc = Now,
            ActedUtc = Now.AddSeconds(-seconds),
            SentSinceAction = sent,
        };

        Assert.Equal(isOpen ? CustomerWindowKind.Action : null, CustomerWindow.OpenFor(follower, Now));
    }

    [Fact]
    public void The_short_window_is_used_up_before_the_long_one()
    {
        var follower = new Follower { OpenId = "o", SinceUtc = Now, MessagedUtc = Now, ActedUtc = Now };

        Assert.Equal(CustomerWindowKind.Action, CustomerWindow.OpenFor(follower, Now));
    }

    [Fact]
    public void Whoever_did_nothing_may_not_be_written_to()
    {
        Assert.Null(CustomerWindow.OpenFor(new Follower { OpenId = "o", SinceUtc = Now }, Now));
    }
}
