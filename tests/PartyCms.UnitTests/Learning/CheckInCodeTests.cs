using System.Text;
using PartyCms.Learning.CheckIns;

namespace PartyCms.UnitTests.Learning;

public sealed class CheckInCodeTests
{
    private static readonly byte[] Key = Encoding.ASCII.GetBytes("12345678901234567890123456789012");

    // RFC 6238, appendix B, SHA-256: the last six of its eight digits.
    [Theory]
    [InlineData(59, "119246")]
    [InlineData(1111111109, "084774")]
    [InlineData(1111111111, "062674")]
    [InlineData(1234567890, "819424")]
    [InlineData(2000000000, "698825")]
    [InlineData(20000000000, "737706")]
    public void A_code_is_that_of_RFC_6238(long second, string code) =>
        Assert.Equal(code, CheckInCode.At(Key, DateTimeOffset.FromUnixTimeSeconds(second)));

    [Theory]
    [InlineData(0, true)]
    [InlineData(29, true)]
    [InlineData(30, true)]
    [InlineData(59, true)]
    [InlineData(60, false)]
    [InlineData(-1, false)]
    public void A_code_counts_while_it_is_shown_and_for_one_step_more(int secondsLater, bool counts)
    {
        var shown = DateTimeOffset.FromUnixTimeSeconds(1_800_000_000);

        Assert.Equal(counts, CheckInCode.IsShown(Key, CheckInCode.At(Key, shown), shown.AddSeconds(secondsLater)));
    }

    [Theory]
    [InlineData(1_800_000_000, 30)]
    [InlineData(1_800_000_001, 29)]
    [InlineData(1_800_000_029, 1)]
    public void The_seconds_left_run_down_to_one(long second, int left) =>
        Assert.Equal(left, CheckInCode.SecondsLeft(DateTimeOffset.FromUnixTimeSeconds(second)));
}
