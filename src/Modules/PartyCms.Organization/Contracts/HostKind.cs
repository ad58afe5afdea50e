using System.ComponentModel.DataAnnotations;

namespace PartyCms.Organization.Contracts;

/// <summary>What kind of unit hosts a branch (S0-64).</summary>
public enum HostKind
{
    /// <summary>A non-public enterprise (非公企业).</summary>
    [Display(Name = "非公企业")]
    Enterprise,

    /// <summary>An association, private school or hospital, law firm and the like (社会组织).</summary>
    [Display(Name = "社会组织")]
    SocialOrganisation,
}
