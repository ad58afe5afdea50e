using System.Globalization;
using PartyCms.WeChat.Client;
using PartyCms.WeChat.Client.Tokens;

namespace PartyCms.UnitTests.WeChat.Client;

public sealed class TokenLifeTests
{
    private static readonly DateTimeOffset Noon = At("2026-09-16T04:00:00Z");

    [Theory]
    [InlineData(7200, 6900)]
    [InlineData(3000, 2700)]
    [InlineData(601, 301)]
    [InlineData(600, 300)]
    [InlineData(60, 30)]
    public void A_token_is_replaced_five_minutes_before_its_end_and_a_short_one_at_half_its_life(int lives, int used) =>
        Assert.Equal(TimeSpan.FromSeconds(used), TokenLife.UntilRenewal(lives));

    [Theory]
    [InlineData(null, 0, 1)]
    [InlineData("2026-09-16T03:59:31Z", 3, null)]
    [InlineData("2026-09-16T03:59:30Z", 3, 4)]
    [InlineData("2026-09-16T03:00:00Z", 19, 20)]
    [InlineData("2026-09-16T03:00:00Z", 20, null)]
    [InlineData("2026-09-15T15:59:59Z", 20, 1)]
    public void A_token_is_demanded_twenty_times_a_day_of_Shanghai_and_half_a_minute_apart(string? last, int count, int? next) =>
        Assert.Equal(next, TokenLife.NextForced(last is null ? null : At(last), count, Noon));

    [Theory]
    [InlineData(45009, 12 * 60)]
    [InlineData(45011, 1)]
    [InlineData(40164, 5)]
    [InlineData(40125, 24 * 60)]
    [InlineData(40001, 24 * 60)]
    public void WeChat_is_left_alone_as_long_as_its_refusal_lasts(int code, int minutes) =>
        Assert.Equal(TimeSpan.FromMinutes(minutes), TokenLife.PauseAfter(WeChatError.Answered(code, ""), Noon));

    private static DateTimeOffset At(string text) => DateTimeOffset.Parse(text, CultureInfo.InvariantCulture);
}
