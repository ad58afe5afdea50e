namespace PartyCms.Organization.Contracts;

/// <summary>What everybody may know of one organisation unit. It holds no person.</summary>
/// <param name="Id">Id of the unit.</param>
/// <param name="Slug">Its part of public addresses.</param>
/// <param name="Name">Full name.</param>
/// <param name="Kind">Kind of organisation.</param>
/// <param name="ParentId">The unit above, or null.</param>
/// <param name="HostKind">Kind of host, of a branch.</param>
/// <param name="HostName">Name of the host, of a branch.</param>
/// <param name="IsNetworkBranch">Whether it has an online home (网络支部).</param>
/// <param name="Intro">A sentence or two about it.</param>
public sealed record BranchInfo(
    Guid Id, string Slug, string Name, OrgUnitKind Kind, Guid? ParentId, HostKind? HostKind, string? HostName, bool IsNetworkBranch, string Intro)
{
    /// <summary>Whether it is a branch, not a committee above branches.</summary>
    public bool IsBranch => Kind is OrgUnitKind.Branch or OrgUnitKind.JointBranch or OrgUnitKind.TemporaryBranch or OrgUnitKind.BuildingBranch;
}
