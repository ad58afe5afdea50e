namespace PartyCms.WeChat.Delivery;

/// <summary>Where an issue (图文) stands on its way to WeChat's readers.</summary>
internal enum IssueStage
{
    /// <summary>Put together by a person; WeChat knows nothing of it. Articles may be added and moved.</summary>
    Prepared,

    /// <summary>Its pictures are being brought to WeChat.</summary>
    Uploading,

    /// <summary>A draft is being made; while a call is open, WeChat may already have it.</summary>
    Drafting,

    /// <summary>The draft is being brought up to the site's present text.</summary>
    Updating,

    /// <summary>It stands in the account's draft box (草稿箱).</summary>
    Drafted,

    /// <summary>One person has asked for a mass send, a second one has to agree.</summary>
    AwaitingSecond,

    /// <summary>It is being published; while a call is open, WeChat may already have accepted it.</summary>
    Submitting,

    /// <summary>WeChat has accepted it for publication and checks it.</summary>
    Publishing,

    /// <summary>It has its permanent address at WeChat (发表), and was pushed to nobody.</summary>
    Published,

    /// <summary>It is being mass-sent; while a call is open, WeChat may already have accepted it.</summary>
    Sending,

    /// <summary>WeChat has accepted the mass send and works on it.</summary>
    Distributing,

    /// <summary>It was pushed to the followers (群发).</summary>
    MassSent,

    /// <summary>The draft is in the box no more: somebody published or deleted it at WeChat itself.</summary>
    LeftBox,

    /// <summary>After publication it was deleted or banned at WeChat.</summary>
    Withdrawn,

    /// <summary>Something has to be done by a person before it can go on.</summary>
    Failed,

    /// <summary>Given up before it was published.</summary>
    Abandoned,
}
