using PartyCms.Webhooks.Deliveries;

namespace PartyCms.UnitTests.Webhooks;

public sealed class RetryPausesTests
{
    [Fact]
    public void Pauses_grow_and_end_after_about_two_days()
    {
        var pauses = Enumerable.Range(1, RetryPauses.MostAttempts).Select(RetryPauses.After).ToList();

        Assert.Null(pauses[^1]);
        Assert.Equal(pauses[..^1].Order(), pauses[..^1]);
        Assert.InRange(pauses[..^1].Sum(pause => pause!.Value.TotalHours), 36, 60);
    }
}
