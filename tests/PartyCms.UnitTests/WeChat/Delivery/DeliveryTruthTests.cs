using PartyCms.WeChat.Delivery;

namespace PartyCms.UnitTests.WeChat.Delivery;

public class DeliveryTruthTests
{
    private static readonly DateTimeOffset Now = new(2026, 9, 16, 4, 0, 0, TimeSpan.Zero);

    [Theory]
    [InlineData(IssueStage.Prepared, "Yes No No")]
    [InlineData(IssueStage.Uploading, "Yes Soon No")]
    [InlineData(IssueStage.Drafting, "Yes Soon No")]
    [InlineData(IssueStage.Drafted, "Yes Yes No")]
    [InlineData(IssueStage.Updating, "Yes Yes No")]
    [InlineData(IssueStage.AwaitingSecond, "Yes Yes No")]
    [InlineData(IssueStage.Submitting, "Yes Yes Soon")]
    [InlineData(IssueStage.Publishing, "Yes Soon Soon")]
    [InlineData(IssueStage.Published, "Yes No Yes")]
    [InlineData(IssueStage.Sending, "Yes Yes Soon")]
    [InlineData(IssueStage.Distributing, "Yes Soon Soon")]
    [InlineData(IssueStage.MassSent, "Yes No Yes")]
    [InlineData(IssueStage.LeftBox, "Yes Warning Warning")]
    [InlineData(IssueStage.Withdrawn, "Yes No Warning")]
    [InlineData(IssueStage.Abandoned, "Yes No No")]
    internal void Each_truth_stands_by_itself(IssueStage stage, string tones) => Assert.Equal(tones, TonesOf(new(stage) { OnSiteUtc = Now }));

    [Fact]
    public void Every_stage_has_its_line()
    {
        var shown = Enum.GetValues<IssueStage>().Select(stage => DeliveryTruths.Of(new(stage) { OnSiteUtc = Now }));

        Assert.All(shown, truths => Assert.All(truths, truth => Assert.NotEmpty(truth.Text)));
    }

    [Theory]
    [InlineData(IssueStage.Drafting, "Yes No No")]
    [InlineData(IssueStage.Submitting, "Yes Yes Warning")]
    [InlineData(IssueStage.Sending, "Yes Yes Warning")]
    internal void A_failure_shows_where_it_happened(IssueStage failedAt, string tones) =>
        Assert.Equal(tones, TonesOf(new(IssueStage.Failed) { FailedAt = failedAt, OnSiteUtc = Now }));

    [Fact]
    public void A_draft_that_is_missing_is_not_said_to_be_in_the_box() =>
        Assert.Equal("Yes Warning Soon", TonesOf(new(IssueStage.Drafted) { IsMissing = true, OnSiteUtc = Now }));

    [Fact]
    public void An_article_withdrawn_from_the_site_may_still_be_at_WeChat()
    {
        var truths = DeliveryTruths.Of(new(IssueStage.Published) { PublishedUtc = Now });

        Assert.Equal((TruthTone.Warning, TruthTone.Yes), (truths[0].Tone, truths[2].Tone));
    }

    private static string TonesOf(TruthFacts facts) => string.Join(' ', DeliveryTruths.Of(facts).Select(truth => truth.Tone));
}
