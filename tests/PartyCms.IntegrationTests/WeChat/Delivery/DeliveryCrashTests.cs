using PartyCms.WeChat.Delivery;

namespace PartyCms.IntegrationTests.WeChat.Delivery;

/// <summary>The process ends at each boundary in turn, and another node goes on.</summary>
public sealed class DeliveryCrashTests(DeliverySite site) : IClassFixture<DeliverySite>
{
    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task Killed_at_any_boundary_each_article_is_out_exactly_once(bool isMassSend)
    {
        var boundary = 0;
        bool hasStruck;
        do
        {
            boundary++;
            var title = $"第{boundary}处断电{(isMassSend ? "群发" : "发表")}";
            var isArmed = true;
            var plan = site.Crashes;

            // Counted over the whole story: each turn goes on where the last one stopped counting.
            var left = boundary;
            var story = new DeliveryStory(site, isMassSend)
            {
                Nodes = () => [isArmed ? 0 : 1],
                BeforeTurn = () =>
                {
                    left -= plan.Passed;
                    isArmed &= !plan.HasStruck;
                    if (isArmed)
                    {
                        plan.Arm(left);
                    }
                },
            };

            plan.Arm(int.MaxValue);
            plan.Disarm();
            var issue = await story.RunAsync(title);
            hasStruck = !isArmed || plan.HasStruck;

            Assert.Equal(isMassSend ? IssueStage.MassSent : IssueStage.Published, issue.Stage);
            Assert.Equal((1, 0), (site.CopiesWithReaders(title), site.CopiesInBox(title)));
            Assert.Null(issue.CallStartedUtc);
            if (isMassSend)
            {
                // A month of mass sends per follower is not what this is about.
                site.Clock.Advance(TimeSpan.FromDays(1));
            }
        }
        while (hasStruck);

        Assert.InRange(boundary, 20, 200);
    }
}
