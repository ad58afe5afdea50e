using PartyCms.Kernel.Content;

namespace PartyCms.UnitTests.Content;

public sealed class ContentLifecycleTests
{
    /// <summary>Every state and act, so that a new one cannot be forgotten.</summary>
    public static TheoryData<ContentState, ContentAct, ContentState?> Table => new()
    {
        { ContentState.Draft, ContentAct.SaveDraft, ContentState.Draft },
        { ContentState.Draft, ContentAct.Publish, ContentState.Published },
        { ContentState.Draft, ContentAct.Withdraw, null },
        { ContentState.Draft, ContentAct.DiscardDraft, null },
        { ContentState.Draft, ContentAct.Delete, ContentState.Deleted },
        { ContentState.Published, ContentAct.SaveDraft, ContentState.PublishedWithDraft },
        { ContentState.Published, ContentAct.Publish, null },
        { ContentState.Published, ContentAct.Withdraw, ContentState.Withdrawn },
        { ContentState.Published, ContentAct.DiscardDraft, null },
        { ContentState.Published, ContentAct.Delete, ContentState.Deleted },
        { ContentState.PublishedWithDraft, ContentAct.SaveDraft, ContentState.PublishedWithDraft },
        { ContentState.PublishedWithDraft, ContentAct.Publish, ContentState.Published },
        { ContentState.PublishedWithDraft, ContentAct.Withdraw, ContentState.Withdrawn },
        { ContentState.PublishedWithDraft, ContentAct.DiscardDraft, ContentState.Published },
        { ContentState.PublishedWithDraft, ContentAct.Delete, ContentState.Deleted },
        { ContentState.Withdrawn, ContentAct.SaveDraft, ContentState.Withdrawn },
        { ContentState.Withdrawn, ContentAct.Publish, ContentState.Published },
        { ContentState.Withdrawn, ContentAct.Withdraw, null },
        { ContentState.Withdrawn, ContentAct.DiscardDraft, null },
        { ContentState.Withdrawn, ContentAct.Delete, ContentState.Deleted },
        { ContentState.Deleted, ContentAct.SaveDraft, null },
        { ContentState.Deleted, ContentAct.Publish, null },
        { ContentState.Deleted, ContentAct.Withdraw, null },
        { ContentState.Deleted, ContentAct.DiscardDraft, null },
        { ContentState.Deleted, ContentAct.Delete, null },
        { ContentState.Draft, ContentAct.Reinstate, null },
        { ContentState.Draft, ContentAct.SchedulePublish, ContentState.Draft },
        { ContentState.Draft, ContentAct.ScheduleArchive, null },
        { ContentState.Published, ContentAct.Reinstate, null },
        { ContentState.Published, ContentAct.SchedulePublish, null },
        { ContentState.Published, ContentAct.ScheduleArchive, ContentState.Published },
        { ContentState.PublishedWithDraft, ContentAct.Reinstate, null },
        { ContentState.PublishedWithDraft, ContentAct.SchedulePublish, ContentState.PublishedWithDraft },
        { ContentState.PublishedWithDraft, ContentAct.ScheduleArchive, ContentState.PublishedWithDraft },
        { ContentState.Withdrawn, ContentAct.Reinstate, ContentState.Published },
        { ContentState.Withdrawn, ContentAct.SchedulePublish, ContentState.Withdrawn },
        { ContentState.Withdrawn, ContentAct.ScheduleArchive, null },
        { ContentState.Deleted, ContentAct.Reinstate, null },
        { ContentState.Deleted, ContentAct.SchedulePublish, null },
        { ContentState.Deleted, ContentAct.ScheduleArchive, null },
    };

    [Theory]
    [MemberData(nameof(Table))]
    public void Each_act_leads_where_the_table_says(ContentState state, ContentAct act, ContentState? next) =>
        Assert.Equal(next, ContentLifecycle.Next(state, act));

    [Fact]
    public void The_table_is_complete() =>
        Assert.Equal(Enum.GetValues<ContentState>().Length * Enum.GetValues<ContentAct>().Length, Table.Count);
}
