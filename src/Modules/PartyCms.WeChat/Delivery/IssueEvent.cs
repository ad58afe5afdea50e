namespace PartyCms.WeChat.Delivery;

/// <summary>What happens to an issue: acts of people, results of calls, news from WeChat.</summary>
internal enum IssueEvent
{
    /// <summary>A person sends it to the draft box, or brings the draft up to date.</summary>
    Deliver,

    /// <summary>All pictures are at WeChat, there is no draft yet.</summary>
    PicturesReadyForDraft,

    /// <summary>All pictures are at WeChat, and there is a draft to change, one that was lost sight of included.</summary>
    PicturesReadyForUpdate,

    /// <summary>WeChat has the draft.</summary>
    DraftStands,

    /// <summary>The draft is not in the box.</summary>
    DraftGone,

    /// <summary>A person publishes it.</summary>
    AskPublish,

    /// <summary>WeChat has accepted it for publication.</summary>
    PublishAccepted,

    /// <summary>It is published.</summary>
    PublishDone,

    /// <summary>A person asks for a mass send.</summary>
    AskMassSend,

    /// <summary>The second person, or the first, lets it be.</summary>
    DeclineMassSend,

    /// <summary>The second person agrees.</summary>
    ConfirmMassSend,

    /// <summary>WeChat has accepted the mass send.</summary>
    SendAccepted,

    /// <summary>It was mass-sent.</summary>
    SendDone,

    /// <summary>The account may not do this: the draft stays, a person finishes at WeChat itself.</summary>
    NotAllowed,

    /// <summary>A step failed for good, until a person acts.</summary>
    Fail,

    /// <summary>A person lets the failed step be done again.</summary>
    Retry,

    /// <summary>A person says that it was published at WeChat itself.</summary>
    MarkPublished,

    /// <summary>A person says that it was not published, and its draft is gone.</summary>
    MarkUnpublished,

    /// <summary>It was deleted or banned at WeChat.</summary>
    TakenDown,

    /// <summary>A person gives it up.</summary>
    Abandon,
}
