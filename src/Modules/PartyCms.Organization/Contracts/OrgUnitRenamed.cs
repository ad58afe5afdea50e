namespace PartyCms.Organization.Contracts;

/// <summary>An organisation unit has another name. Its place in the tree and its slug are told by nothing here.</summary>
/// <param name="OrgUnitId">Id of the unit.</param>
/// <param name="Name">Its new name.</param>
public sealed record OrgUnitRenamed(Guid OrgUnitId, string Name);
