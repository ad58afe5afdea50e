namespace PartyCms.Kernel.Security;

/// <summary>The five roles. A role is given at a node of the organisation tree and holds for the whole subtree.</summary>
public static class Roles
{
    /// <summary>May do everything everywhere below the node.</summary>
    public const string Administrator = "Administrator";

    /// <summary>Writes and publishes for a branch (支部书记).</summary>
    public const string Secretary = "Secretary";

    /// <summary>Reviews on behalf of the level above.</summary>
    public const string Reviewer = "Reviewer";

    /// <summary>Approves what was reviewed.</summary>
    public const string Approver = "Approver";

    /// <summary>Studies and takes part.</summary>
    public const string Member = "Member";

    /// <summary>All roles.</summary>
    public static IReadOnlyList<string> All { get; } = [Administrator, Secretary, Reviewer, Approver, Member];

    /// <summary>The role's name for people.</summary>
    public static string DisplayName(string role) => role switch
    {
        Administrator => "管理员",
        Secretary => "支部书记",
        Reviewer => "审核人",
        Approver => "审批人",
        Member => "党员",
        _ => role,
    };
}
