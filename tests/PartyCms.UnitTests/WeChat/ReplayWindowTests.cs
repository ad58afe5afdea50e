using PartyCms.WeChat.Callback;

namespace PartyCms.UnitTests.WeChat;

public sealed class ReplayWindowTests
{
    private static readonly DateTimeOffset Now = DateTimeOffset.FromUnixTimeSeconds(1714112445);

    [Theory]
    [InlineData("1714112445", true)]
    [InlineData("1714111845", true)]
    [InlineData("1714113045", true)]
    [InlineData("1714111844", false)]
    [InlineData("1714113046", false)]
    [InlineData("-1714112445", false)]
    [InlineData("99999999999999999999", false)]
    [InlineData("9223372036854775807", false)]
    [InlineData("now", false)]
    [InlineData(null, false)]
    public void Ten_minutes_admit_what_was_signed_within_them(string? timestamp, bool isAdmitted)
    {
        Assert.Equal(isAdmitted, new ReplayWindow(TimeSpan.FromMinutes(10)).Admits(timestamp, Now));
    }

    [Theory]
    [InlineData("1")]
    [InlineData("x")]
    public void Without_a_window_any_time_is_admitted(string timestamp)
    {
        Assert.True(new ReplayWindow(TimeSpan.Zero).Admits(timestamp, Now));
    }
}
