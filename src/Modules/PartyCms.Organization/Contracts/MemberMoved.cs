namespace PartyCms.Organization.Contracts;

/// <summary>The one formal affiliation of a member belongs to another branch.</summary>
/// <param name="MemberId">Id of the member.</param>
/// <param name="BranchId">The branch from now on.</param>
public sealed record MemberMoved(Guid MemberId, Guid BranchId);
