using PartyCms.WeChat.Client;

namespace PartyCms.UnitTests.WeChat.Client;

public sealed class WeChatRetriesTests
{
    private readonly ImpatientClock _clock = new();

    [Fact]
    public async Task A_busy_WeChat_is_asked_four_times_in_all_with_growing_pauses()
    {
        var attempts = await AttemptsAsync(WeChatError.Answered(-1, "system error"));

        Assert.Equal(4, attempts);
        Assert.Equal(3, _clock.Pauses.Count);
        Assert.All(_clock.Pauses, pause => Assert.InRange(pause, TimeSpan.Zero, TimeSpan.FromSeconds(10)));
    }

    [Fact]
    public async Task A_lost_answer_is_asked_for_again() => Assert.Equal(4, await AttemptsAsync(WeChatError.Unknown("lost")));

    [Theory]
    [InlineData(45009)]
    [InlineData(45011)]
    [InlineData(48001)]
    [InlineData(40001)]
    [InlineData(40164)]
    [InlineData(40003)]
    public async Task What_WeChat_has_decided_is_not_asked_again(int code) =>
        Assert.Equal(1, await AttemptsAsync(WeChatError.Answered(code, "")));

    private async Task<int> AttemptsAsync(WeChatError error)
    {
        var attempts = 0;
        await new WeChatRetries(_clock).RunAsync(
            _ =>
            {
                attempts++;
                return ValueTask.FromResult(WeChatAnswer.Failed(error));
            },
            TestContext.Current.CancellationToken);
        return attempts;
    }
}
