namespace PartyCms.Disclosure.Approval;

/// <summary>
/// The procedure 提出 → 审核 → 审批 → 实施 as a table: which step leads from where to where, who may take it, and who may not
/// because the step before was theirs.
/// </summary>
internal static class ApprovalProcedure
{
    /// <summary>The state after a step, or null where the step is not possible.</summary>
    public static ApprovalState? Next(ApprovalState state, ApprovalAct act) => (state, act) switch
    {
        (ApprovalState.Draft, ApprovalAct.Propose) => ApprovalState.Proposed,
        (ApprovalState.Proposed, ApprovalAct.Review) => ApprovalState.Reviewed,
        (ApprovalState.Reviewed, ApprovalAct.Approve) => ApprovalState.Approved,
        (ApprovalState.Approved, ApprovalAct.Publish) => ApprovalState.Published,
        (ApprovalState.Proposed or ApprovalState.Reviewed or ApprovalState.Approved, ApprovalAct.Return) => ApprovalState.Draft,
        (ApprovalState.Draft or ApprovalState.Proposed or ApprovalState.Reviewed or ApprovalState.Approved,
            ApprovalAct.PublishDirectly) => ApprovalState.Published,
        _ => null,
    };

    /// <summary>The permission a step asks for in the branch of the text.</summary>
    public static string PermissionFor(ApprovalState state, ApprovalAct act) => (state, act) switch
    {
        (_, ApprovalAct.Propose or ApprovalAct.Publish) => DisclosurePermissions.Edit,
        (_, ApprovalAct.Review) or (ApprovalState.Proposed, ApprovalAct.Return) => DisclosurePermissions.Review,
        (_, ApprovalAct.PublishDirectly) => DisclosurePermissions.Publish,
        _ => DisclosurePermissions.Approve,
    };

    /// <summary>Whether the step must say why.</summary>
    public static bool NeedsOpinion(ApprovalAct act) => act is ApprovalAct.Return or ApprovalAct.PublishDirectly;

    /// <summary>Whether somebody may not take the step because they took an earlier one of the same round.</summary>
    public static bool IsOwnWork(ApprovalAct act, string? actorId, string? proposerId, string? reviewerId) => act switch
    {
        ApprovalAct.Review => actorId == proposerId,
        ApprovalAct.Approve => actorId == proposerId || actorId == reviewerId,
        _ => false,
    };

    /// <summary>The state's name for people.</summary>
    public static string DisplayName(this ApprovalState state) => state switch
    {
        ApprovalState.Draft => "未送审",
        ApprovalState.Proposed => "待审核",
        ApprovalState.Reviewed => "待审批",
        ApprovalState.Approved => "待发布",
        ApprovalState.Published => "已公开",
    };

    /// <summary>The step's name for people.</summary>
    public static string DisplayName(this ApprovalAct act) => act switch
    {
        ApprovalAct.Propose => "提出",
        ApprovalAct.Review => "审核",
        ApprovalAct.Approve => "审批",
        ApprovalAct.Return => "退回",
        ApprovalAct.Publish => "实施",
        ApprovalAct.PublishDirectly => "直接发布",
    };
}
