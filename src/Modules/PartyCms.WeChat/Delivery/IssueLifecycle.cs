namespace PartyCms.WeChat.Delivery;

/// <summary>
/// The state machine of an issue. What it does not name is not possible, so that an event which comes twice, late or out
/// of order changes nothing.
/// </summary>
internal static class IssueLifecycle
{
    /// <summary>The stage after an event; null where the event means nothing at that stage.</summary>
    /// <param name="stage">The stage it is at.</param>
    /// <param name="happened">What happened.</param>
    /// <param name="failedAt">The stage at which a failed issue failed; that of any other issue is null.</param>
    public static IssueStage? Next(IssueStage stage, IssueEvent happened, IssueStage? failedAt = null) => (stage, happened) switch
    {
        (IssueStage.Prepared or IssueStage.Drafted or IssueStage.LeftBox, IssueEvent.Deliver) => IssueStage.Uploading,
        (IssueStage.Uploading, IssueEvent.PicturesReadyForDraft) => IssueStage.Drafting,
        (IssueStage.Uploading or IssueStage.Drafting, IssueEvent.PicturesReadyForUpdate) => IssueStage.Updating,
        (IssueStage.Drafting or IssueStage.Updating, IssueEvent.DraftStands) => IssueStage.Drafted,
        (IssueStage.Drafted or IssueStage.Updating or IssueStage.AwaitingSecond, IssueEvent.DraftGone) => IssueStage.LeftBox,

        (IssueStage.Drafted, IssueEvent.AskPublish) => IssueStage.Submitting,
        (IssueStage.Submitting, IssueEvent.PublishAccepted) => IssueStage.Publishing,
        (IssueStage.Submitting or IssueStage.Publishing or IssueStage.LeftBox or IssueStage.Drafted, IssueEvent.PublishDone) =>
            IssueStage.Published,
        (IssueStage.Submitting, IssueEvent.NotAllowed) => IssueStage.Drafted,

        (IssueStage.Drafted, IssueEvent.AskMassSend) => IssueStage.AwaitingSecond,
        (IssueStage.AwaitingSecond, IssueEvent.DeclineMassSend) => IssueStage.Drafted,
        (IssueStage.AwaitingSecond, IssueEvent.ConfirmMassSend) => IssueStage.Sending,
        (IssueStage.Sending, IssueEvent.SendAccepted) => IssueStage.Distributing,
        (IssueStage.Sending or IssueStage.Distributing, IssueEvent.SendDone) => IssueStage.MassSent,
        (IssueStage.Sending, IssueEvent.NotAllowed) => IssueStage.Drafted,

        (IssueStage.Drafted or IssueStage.LeftBox, IssueEvent.MarkPublished) => IssueStage.Published,
        (IssueStage.Drafted or IssueStage.LeftBox, IssueEvent.MarkUnpublished) => IssueStage.Prepared,
        (IssueStage.Publishing or IssueStage.Published or IssueStage.MassSent, IssueEvent.TakenDown) => IssueStage.Withdrawn,

        (_, IssueEvent.Fail) when IsAtWork(stage) => IssueStage.Failed,
        (IssueStage.Failed, IssueEvent.Retry) => failedAt,
        (IssueStage.Failed, IssueEvent.PublishDone or IssueEvent.MarkPublished) when IsOfPublication(failedAt) => IssueStage.Published,
        (IssueStage.Failed, IssueEvent.SendDone or IssueEvent.MarkPublished) when IsOfMassSend(failedAt) => IssueStage.MassSent,
        (IssueStage.Failed, IssueEvent.Deliver) => IssueStage.Uploading,
        (IssueStage.Prepared or IssueStage.Drafted or IssueStage.AwaitingSecond or IssueStage.LeftBox or IssueStage.Failed,
            IssueEvent.Abandon) => IssueStage.Abandoned,
        _ => null,
    };

    /// <summary>Whether it is on its way to publication.</summary>
    public static bool IsOfPublication(IssueStage? stage) => stage is IssueStage.Submitting or IssueStage.Publishing;

    /// <summary>Whether it is on its way to the followers.</summary>
    public static bool IsOfMassSend(IssueStage? stage) =>
        stage is IssueStage.AwaitingSecond or IssueStage.Sending or IssueStage.Distributing;

    /// <summary>Whether the site itself has something to do, without waiting for a person.</summary>
    public static bool IsAtWork(IssueStage stage) => stage is IssueStage.Uploading or IssueStage.Drafting or IssueStage.Updating
        or IssueStage.Submitting or IssueStage.Publishing or IssueStage.Sending or IssueStage.Distributing;

    /// <summary>Whether it can neither go on nor go back.</summary>
    public static bool IsOver(IssueStage stage) => stage is IssueStage.Withdrawn or IssueStage.Abandoned;

    /// <summary>Whether readers of WeChat have it.</summary>
    public static bool IsOut(IssueStage stage) => stage is IssueStage.Published or IssueStage.MassSent;

    /// <summary>Whether the words of its articles may be changed: nobody works on it, and no reader has it.</summary>
    public static bool MayEdit(IssueStage stage) =>
        stage is IssueStage.Prepared or IssueStage.Drafted or IssueStage.LeftBox or IssueStage.Failed;

    /// <summary>Whether articles may be added, moved and taken out.</summary>
    public static bool IsOpen(IssueStage stage) => stage is IssueStage.Prepared;

    /// <summary>The stage's name for people.</summary>
    public static string DisplayName(this IssueStage stage) => stage switch
    {
        IssueStage.Prepared => "待送出",
        IssueStage.Uploading => "正在上传图片",
        IssueStage.Drafting => "正在存入草稿箱",
        IssueStage.Updating => "正在更新草稿",
        IssueStage.Drafted => "在草稿箱",
        IssueStage.AwaitingSecond => "等第二人确认群发",
        IssueStage.Submitting => "正在提交发表",
        IssueStage.Publishing => "微信审核中",
        IssueStage.Published => "已发表",
        IssueStage.Sending => "正在提交群发",
        IssueStage.Distributing => "微信群发中",
        IssueStage.MassSent => "已群发",
        IssueStage.LeftBox => "已不在草稿箱",
        IssueStage.Withdrawn => "微信上已删除",
        IssueStage.Failed => "没有办成",
        IssueStage.Abandoned => "已作废",
    };
}
