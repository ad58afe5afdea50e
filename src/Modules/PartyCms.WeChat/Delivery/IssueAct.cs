namespace PartyCms.WeChat.Delivery;

/// <summary>What a person may do with an issue.</summary>
internal enum IssueAct
{
    /// <summary>送到草稿箱, or bring the draft there up to date.</summary>
    Deliver,

    /// <summary>发表, without pushing it to anybody.</summary>
    Publish,

    /// <summary>申请群发.</summary>
    AskMassSend,

    /// <summary>不群发了.</summary>
    DeclineMassSend,

    /// <summary>确认群发, by a second person.</summary>
    ConfirmMassSend,

    /// <summary>重试.</summary>
    Retry,

    /// <summary>标为已发表: it was published at WeChat itself.</summary>
    MarkPublished,

    /// <summary>标为没有发表: the draft is gone, and readers do not have it.</summary>
    MarkUnpublished,

    /// <summary>作废.</summary>
    Abandon,
}

/// <summary>Which acts an issue is open to, whoever asks.</summary>
internal static class IssueActs
{
    public static IEnumerable<IssueAct> Of(Issue issue) => Enum.GetValues<IssueAct>().Where(act => IsPossible(issue, act));

    public static bool IsPossible(Issue issue, IssueAct act)
    {
        if (IssueLifecycle.Next(issue.Stage, EventOf(act), issue.FailedAt) is null)
        {
            return false;
        }

        // What WeChat refused for its words is refused again as it is.
        if (act == IssueAct.Retry && issue.IsRefused)
        {
            return false;
        }

        // Whether it was published is asked only where the draft is missing, and then nothing else can be done before that is said.
        var isSettling = act is IssueAct.MarkPublished or IssueAct.MarkUnpublished;
        if (issue.Stage == IssueStage.Drafted && (issue.MissingUtc is null ? act == IssueAct.MarkUnpublished : !isSettling))
        {
            return false;
        }

        // Readers may already have it: neither may it be forgotten nor begun anew before that is known.
        var mayBeOut = issue.Stage == IssueStage.Failed && issue.CallStartedUtc is not null
            && (IssueLifecycle.IsOfPublication(issue.FailedAt) || IssueLifecycle.IsOfMassSend(issue.FailedAt));
        return act is not (IssueAct.Abandon or IssueAct.Deliver) || !mayBeOut;
    }

    public static IssueEvent EventOf(IssueAct act) => act switch
    {
        IssueAct.Deliver => IssueEvent.Deliver,
        IssueAct.Publish => IssueEvent.AskPublish,
        IssueAct.AskMassSend => IssueEvent.AskMassSend,
        IssueAct.DeclineMassSend => IssueEvent.DeclineMassSend,
        IssueAct.ConfirmMassSend => IssueEvent.ConfirmMassSend,
        IssueAct.Retry => IssueEvent.Retry,
        IssueAct.MarkPublished => IssueEvent.MarkPublished,
        IssueAct.MarkUnpublished => IssueEvent.MarkUnpublished,
        IssueAct.Abandon => IssueEvent.Abandon,
    };

    public static string PermissionFor(Issue issue, IssueAct act) => act switch
    {
        IssueAct.Publish => DeliveryPermissions.Publish,
        IssueAct.AskMassSend or IssueAct.DeclineMassSend or IssueAct.ConfirmMassSend => DeliveryPermissions.MassSend,
        IssueAct.Retry when IssueLifecycle.IsOfMassSend(issue.FailedAt) => DeliveryPermissions.MassSend,
        IssueAct.Retry when IssueLifecycle.IsOfPublication(issue.FailedAt) => DeliveryPermissions.Publish,
        _ => DeliveryPermissions.Deliver,
    };

    /// <summary>What the button says.</summary>
    public static string ButtonOf(Issue issue, IssueAct act) => act switch
    {
        IssueAct.Deliver => issue.Stage == IssueStage.Prepared ? "送到草稿箱" : issue.Stage == IssueStage.Drafted ? "更新草稿" : "更新并重送",
        IssueAct.Publish => "发表（不推送）",
        IssueAct.AskMassSend => "申请群发",
        IssueAct.DeclineMassSend => "不群发了",
        IssueAct.ConfirmMassSend => "确认群发",
        IssueAct.Retry => "重试",
        IssueAct.MarkPublished => "标为已发表",
        IssueAct.MarkUnpublished => "标为没有发表",
        IssueAct.Abandon => "作废",
    };
}
