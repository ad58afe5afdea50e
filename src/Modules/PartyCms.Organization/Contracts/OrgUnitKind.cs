using System.ComponentModel.DataAnnotations;

namespace PartyCms.Organization.Contracts;

/// <summary>Kinds of party organisation (domain 3.1).</summary>
public enum OrgUnitKind
{
    /// <summary>Supervises non-public enterprises and social organisations.</summary>
    [Display(Name = "两新工委")]
    TwoNewCommittee,

    /// <summary>About 100 members or more.</summary>
    [Display(Name = "基层党委")]
    GrassrootsCommittee,

    /// <summary>Committee of one firm.</summary>
    [Display(Name = "企业党委")]
    EnterpriseCommittee,

    /// <summary>Committee of a park or zone covering many units.</summary>
    [Display(Name = "综合党委")]
    ComprehensiveCommittee,

    /// <summary>Above several branches, about 50 members or more.</summary>
    [Display(Name = "党总支")]
    GeneralBranch,

    /// <summary>Holds its own meetings; 3 to 50 members.</summary>
    [Display(Name = "党支部")]
    Branch,

    /// <summary>Members of up to five host units.</summary>
    [Display(Name = "联合党支部")]
    JointBranch,

    /// <summary>For a project or event, with an end date.</summary>
    [Display(Name = "临时党支部")]
    TemporaryBranch,

    /// <summary>Firms of one building.</summary>
    [Display(Name = "楼宇党支部")]
    BuildingBranch,
}
