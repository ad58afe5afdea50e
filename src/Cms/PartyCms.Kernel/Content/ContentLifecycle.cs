namespace PartyCms.Kernel.Content;

/// <summary>Where an item stands in its life.</summary>
public enum ContentState
{
    /// <summary>Never shown to readers.</summary>
    Draft,

    /// <summary>Readers see the version an editor sees.</summary>
    Published,

    /// <summary>Readers see one version while an editor works on the next.</summary>
    PublishedWithDraft,

    /// <summary>Was shown, was taken down with a reason; its address answers 410.</summary>
    Withdrawn,

    /// <summary>Removed; only its history remains.</summary>
    Deleted,
}

/// <summary>What may be done to an item.</summary>
public enum ContentAct
{
    /// <summary>Keep a change for later.</summary>
    SaveDraft,

    /// <summary>Show the latest version to readers.</summary>
    Publish,

    /// <summary>Take the shown version down, with a reason.</summary>
    Withdraw,

    /// <summary>Throw the unfinished change away.</summary>
    DiscardDraft,

    /// <summary>Remove the item.</summary>
    Delete,

    /// <summary>Show what was withdrawn again, as it was.</summary>
    Reinstate,

    /// <summary>Let the draft be published by itself at a time.</summary>
    SchedulePublish,

    /// <summary>Let what readers see be taken down by itself at a time.</summary>
    ScheduleArchive,
}

/// <summary>The state machine of content: which act leads from which state to which.</summary>
public static class ContentLifecycle
{
    /// <summary>
    /// The state after an act, or null where the act is not possible. Setting a time changes no state; reinstating beside
    /// a draft begun since leads to <see cref="ContentState.PublishedWithDraft" />.
    /// </summary>
    public static ContentState? Next(ContentState state, ContentAct act) => (state, act) switch
    {
        (ContentState.Draft, ContentAct.SaveDraft) => ContentState.Draft,
        (ContentState.Draft, ContentAct.Publish) => ContentState.Published,
        (ContentState.Draft, ContentAct.Delete) => ContentState.Deleted,
        (ContentState.Published, ContentAct.SaveDraft) => ContentState.PublishedWithDraft,
        (ContentState.Published, ContentAct.Withdraw) => ContentState.Withdrawn,
        (ContentState.Published, ContentAct.Delete) => ContentState.Deleted,
        (ContentState.PublishedWithDraft, ContentAct.SaveDraft) => ContentState.PublishedWithDraft,
        (ContentState.PublishedWithDraft, ContentAct.Publish) => ContentState.Published,
        (ContentState.PublishedWithDraft, ContentAct.Withdraw) => ContentState.Withdrawn,
        (ContentState.PublishedWithDraft, ContentAct.DiscardDraft) => ContentState.Published,
        (ContentState.PublishedWithDraft, ContentAct.Delete) => ContentState.Deleted,
        (ContentState.Withdrawn, ContentAct.SaveDraft) => ContentState.Withdrawn,
        (ContentState.Withdrawn, ContentAct.Publish) => ContentState.Published,
        (ContentState.Withdrawn, ContentAct.Delete) => ContentState.Deleted,
        (ContentState.Withdrawn, ContentAct.Reinstate) => ContentState.Published,
        (ContentState.Draft or ContentState.PublishedWithDraft or ContentState.Withdrawn, ContentAct.SchedulePublish) => state,
        (ContentState.Published or ContentState.PublishedWithDraft, ContentAct.ScheduleArchive) => state,
        _ => null,
    };

    /// <summary>The state's name for people.</summary>
    public static string DisplayName(this ContentState state) => state switch
    {
        ContentState.Draft => "草稿",
        ContentState.Published => "已发布",
        ContentState.PublishedWithDraft => "已发布，有未发布的修改",
        ContentState.Withdrawn => "已撤下",
        ContentState.Deleted => "已删除",
    };
}
