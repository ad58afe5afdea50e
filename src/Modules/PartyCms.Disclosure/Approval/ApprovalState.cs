namespace PartyCms.Disclosure.Approval;

/// <summary>Where a text stands on its way to readers (domain 2.1.4).</summary>
internal enum ApprovalState
{
    /// <summary>Being written, or given back.</summary>
    Draft,

    /// <summary>Proposed by the branch (提出); waits for review.</summary>
    Proposed,

    /// <summary>Reviewed (审核); waits for approval.</summary>
    Reviewed,

    /// <summary>Approved (审批); waits to be carried out.</summary>
    Approved,

    /// <summary>Carried out (实施): readers see it.</summary>
    Published,
}

/// <summary>A step of the procedure.</summary>
internal enum ApprovalAct
{
    /// <summary>提出.</summary>
    Propose,

    /// <summary>审核.</summary>
    Review,

    /// <summary>审批.</summary>
    Approve,

    /// <summary>退回, with a reason.</summary>
    Return,

    /// <summary>实施.</summary>
    Publish,

    /// <summary>An administrator publishes without the chain, with a reason: the way out of a branch of one person.</summary>
    PublishDirectly,
}
