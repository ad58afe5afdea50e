using PartyCms.WeChat.Delivery;

namespace PartyCms.UnitTests.WeChat.Delivery;

public class IssueLifecycleTests
{
    private static readonly DateTimeOffset Now = new(2026, 9, 16, 4, 0, 0, TimeSpan.Zero);

    // Stage, event, next stage. What is not in the table is not possible.
    private static readonly (IssueStage, IssueEvent, IssueStage)[] Table =
    [
        (IssueStage.Prepared, IssueEvent.Deliver, IssueStage.Uploading),
        (IssueStage.Drafted, IssueEvent.Deliver, IssueStage.Uploading),
        (IssueStage.LeftBox, IssueEvent.Deliver, IssueStage.Uploading),
        (IssueStage.Uploading, IssueEvent.PicturesReadyForDraft, IssueStage.Drafting),
        (IssueStage.Uploading, IssueEvent.PicturesReadyForUpdate, IssueStage.Updating),
        (IssueStage.Drafting, IssueEvent.PicturesReadyForUpdate, IssueStage.Updating),
        (IssueStage.Drafting, IssueEvent.DraftStands, IssueStage.Drafted),
        (IssueStage.Updating, IssueEvent.DraftStands, IssueStage.Drafted),
        (IssueStage.Drafted, IssueEvent.DraftGone, IssueStage.LeftBox),
        (IssueStage.Updating, IssueEvent.DraftGone, IssueStage.LeftBox),
        (IssueStage.AwaitingSecond, IssueEvent.DraftGone, IssueStage.LeftBox),
        (IssueStage.Drafted, IssueEvent.AskPublish, IssueStage.Submitting),
        (IssueStage.Submitting, IssueEvent.PublishAccepted, IssueStage.Publishing),
        (IssueStage.Submitting, IssueEvent.PublishDone, IssueStage.Published),
        (IssueStage.Publishing, IssueEvent.PublishDone, IssueStage.Published),
        (IssueStage.LeftBox, IssueEvent.PublishDone, IssueStage.Published),
        (IssueStage.Drafted, IssueEvent.PublishDone, IssueStage.Published),
        (IssueStage.Submitting, IssueEvent.NotAllowed, IssueStage.Drafted),
        (IssueStage.Drafted, IssueEvent.AskMassSend, IssueStage.AwaitingSecond),
        (IssueStage.AwaitingSecond, IssueEvent.DeclineMassSend, IssueStage.Drafted),
        (IssueStage.AwaitingSecond, IssueEvent.ConfirmMassSend, IssueStage.Sending),
        (IssueStage.Sending, IssueEvent.SendAccepted, IssueStage.Distributing),
        (IssueStage.Sending, IssueEvent.SendDone, IssueStage.MassSent),
        (IssueStage.Distributing, IssueEvent.SendDone, IssueStage.MassSent),
        (IssueStage.Sending, IssueEvent.NotAllowed, IssueStage.Drafted),
        (IssueStage.Drafted, IssueEvent.MarkPublished, IssueStage.Published),
        (IssueStage.LeftBox, IssueEvent.MarkPublished, IssueStage.Published),
        (IssueStage.Drafted, IssueEvent.MarkUnpublished, IssueStage.Prepared),
        (IssueStage.LeftBox, IssueEvent.MarkUnpublished, IssueStage.Prepared),
        (IssueStage.Publishing, IssueEvent.TakenDown, IssueStage.Withdrawn),
        (IssueStage.Published, IssueEvent.TakenDown, IssueStage.Withdrawn),
        (IssueStage.MassSent, IssueEvent.TakenDown, IssueStage.Withdrawn),
        (IssueStage.Uploading, IssueEvent.Fail, IssueStage.Failed),
        (IssueStage.Drafting, IssueEvent.Fail, IssueStage.Failed),
        (IssueStage.Updating, IssueEvent.Fail, IssueStage.Failed),
        (IssueStage.Submitting, IssueEvent.Fail, IssueStage.Failed),
        (IssueStage.Publishing, IssueEvent.Fail, IssueStage.Failed),
        (IssueStage.Sending, IssueEvent.Fail, IssueStage.Failed),
        (IssueStage.Distributing, IssueEvent.Fail, IssueStage.Failed),
        (IssueStage.Failed, IssueEvent.Deliver, IssueStage.Uploading),
        (IssueStage.Prepared, IssueEvent.Abandon, IssueStage.Abandoned),
        (IssueStage.Drafted, IssueEvent.Abandon, IssueStage.Abandoned),
        (IssueStage.AwaitingSecond, IssueEvent.Abandon, IssueStage.Abandoned),
        (IssueStage.LeftBox, IssueEvent.Abandon, IssueStage.Abandoned),
        (IssueStage.Failed, IssueEvent.Abandon, IssueStage.Abandoned),
    ];

    public static TheoryData<string> Every => [.. Enum.GetNames<IssueStage>()];

    [Theory]
    [MemberData(nameof(Every))]
    public void Stages_follow_the_table_and_nothing_else(string name)
    {
        var stage = Enum.Parse<IssueStage>(name);
        var expected = Table.Where(row => row.Item1 == stage).ToDictionary(row => row.Item2, row => (IssueStage?)row.Item3);

        Assert.All(
            Enum.GetValues<IssueEvent>(),
            happened => Assert.Equal(expected.GetValueOrDefault(happened), IssueLifecycle.Next(stage, happened)));
    }

    [Theory]
    [InlineData(IssueStage.Uploading)]
    [InlineData(IssueStage.Drafting)]
    [InlineData(IssueStage.Submitting)]
    [InlineData(IssueStage.AwaitingSecond)]
    internal void A_retry_goes_back_to_where_it_failed(IssueStage failedAt) =>
        Assert.Equal(failedAt, IssueLifecycle.Next(IssueStage.Failed, IssueEvent.Retry, failedAt));

    [Theory]
    [InlineData(IssueStage.Submitting, IssueEvent.PublishDone, IssueStage.Published)]
    [InlineData(IssueStage.Publishing, IssueEvent.MarkPublished, IssueStage.Published)]
    [InlineData(IssueStage.Sending, IssueEvent.SendDone, IssueStage.MassSent)]
    [InlineData(IssueStage.Distributing, IssueEvent.MarkPublished, IssueStage.MassSent)]
    internal void Late_good_news_counts(IssueStage failedAt, IssueEvent happened, IssueStage expected) =>
        Assert.Equal(expected, IssueLifecycle.Next(IssueStage.Failed, happened, failedAt));

    [Fact]
    public void A_failed_upload_is_not_made_a_publication_by_a_stray_event() =>
        Assert.Null(IssueLifecycle.Next(IssueStage.Failed, IssueEvent.PublishDone, IssueStage.Uploading));

    [Fact]
    public void The_same_event_thrice_changes_an_issue_once()
    {
        var issue = At(IssueEvent.Deliver, IssueEvent.PicturesReadyForDraft, IssueEvent.DraftStands, IssueEvent.AskPublish, IssueEvent.PublishAccepted);

        Assert.True(issue.Apply(IssueEvent.PublishDone, Now));
        Assert.False(issue.Apply(IssueEvent.PublishDone, Now.AddMinutes(1)));
        Assert.False(issue.Apply(IssueEvent.PublishDone, Now.AddMinutes(2)));
        Assert.Equal((IssueStage.Published, Now), (issue.Stage, issue.PublishedUtc!.Value));
    }

    [Fact]
    public void A_draft_that_left_the_box_is_made_anew_under_another_mark()
    {
        var issue = At(IssueEvent.Deliver, IssueEvent.PicturesReadyForDraft, IssueEvent.DraftStands, IssueEvent.DraftGone);

        issue.Apply(IssueEvent.Deliver, Now);

        Assert.Equal((2, null), (issue.Generation, issue.MediaId));
    }

    [Fact]
    public void An_issue_that_was_not_published_begins_anew_under_another_mark()
    {
        var issue = At(IssueEvent.Deliver, IssueEvent.PicturesReadyForDraft, IssueEvent.DraftStands, IssueEvent.DraftGone);

        issue.Apply(IssueEvent.MarkUnpublished, Now);

        Assert.Equal((IssueStage.Prepared, 2, null, null), (issue.Stage, issue.Generation, issue.MediaId, issue.DraftedUtc));
    }

    [Fact]
    public void A_draft_that_is_missing_can_be_settled_and_nothing_else()
    {
        var issue = At(IssueEvent.Deliver, IssueEvent.PicturesReadyForDraft, IssueEvent.DraftStands);
        var before = IssueActs.Of(issue).ToList();

        issue.MissInBox(Now);

        Assert.Equal([IssueAct.Deliver, IssueAct.Publish, IssueAct.AskMassSend, IssueAct.MarkPublished, IssueAct.Abandon], before);
        Assert.Equal([IssueAct.MarkPublished, IssueAct.MarkUnpublished], IssueActs.Of(issue));
    }

    [Fact]
    public void A_draft_that_is_found_again_is_missed_no_more()
    {
        var issue = At(IssueEvent.Deliver, IssueEvent.PicturesReadyForDraft, IssueEvent.DraftStands);
        issue.MissInBox(Now);
        issue.SetProblem("草稿已不在草稿箱。", null);

        issue.FindInBox();

        Assert.Equal((null, null), (issue.MissingUtc, issue.Problem));
    }

    [Fact]
    public void An_abandoned_issue_lets_go_of_its_articles()
    {
        var issue = At();
        issue.Articles.Add(new IssueArticle
        {
            Id = Guid.Empty, IssueId = issue.Id, ContentItemId = "a", ContentItemVersionId = "b", Title = "c", Page = "https://x", ActiveKey = "a",
        });

        issue.Apply(IssueEvent.Abandon, Now);

        Assert.Null(issue.Articles[0].ActiveKey);
    }

    [Theory]
    [InlineData(IssueStage.Submitting, true, false)]
    [InlineData(IssueStage.Submitting, false, true)]
    [InlineData(IssueStage.Sending, true, false)]
    [InlineData(IssueStage.Drafting, true, true)]
    internal void What_readers_may_have_is_neither_forgotten_nor_begun_anew(IssueStage failedAt, bool isCallOpen, bool isPossible)
    {
        var issue = At(IssueEvent.Deliver);
        issue.Apply(IssueEvent.Fail, Now, failedAt);
        issue.CallStartedUtc = isCallOpen ? Now : null;

        Assert.Equal(
            (isPossible, isPossible, true),
            (IssueActs.IsPossible(issue, IssueAct.Abandon), IssueActs.IsPossible(issue, IssueAct.Deliver), IssueActs.IsPossible(issue, IssueAct.Retry)));
    }

    [Theory]
    [InlineData(IssueStage.Submitting, true)]
    [InlineData(IssueStage.AwaitingSecond, true)]
    [InlineData(IssueStage.Updating, false)]
    internal void What_WeChat_refused_for_its_words_is_not_tried_again(IssueStage failedAt, bool isRefused)
    {
        var issue = At(IssueEvent.Deliver);
        issue.Apply(IssueEvent.Fail, Now, failedAt);
        issue.NoteRefusal();

        Assert.Equal(
            (isRefused, !isRefused, true),
            (issue.IsRefused, IssueActs.IsPossible(issue, IssueAct.Retry), IssueActs.IsPossible(issue, IssueAct.Deliver)));
    }

    private static Issue At(params IssueEvent[] events)
    {
        var issue = new Issue { Id = Guid.Empty, AppId = "wx1", StageUtc = Now, CreatedUtc = Now, CreatedByName = "secretary", MediaId = "m" };
        foreach (var happened in events)
        {
            Assert.True(issue.Apply(happened, Now));
        }

        return issue;
    }
}
