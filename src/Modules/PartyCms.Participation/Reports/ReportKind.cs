using System.ComponentModel.DataAnnotations;

namespace PartyCms.Participation.Reports;

/// <summary>What a reader found wrong with a page.</summary>
internal enum ReportKind
{
    /// <summary>What it says is not so.</summary>
    [Display(Name = "内容有错")]
    Mistake,

    /// <summary>It does not open or looks wrong.</summary>
    [Display(Name = "打不开或显示不对")]
    Broken,

    /// <summary>It tells of a person what it should not.</summary>
    [Display(Name = "涉及个人信息")]
    Privacy,

    /// <summary>It breaks rules, or anything else.</summary>
    [Display(Name = "举报或其他")]
    Other,
}
