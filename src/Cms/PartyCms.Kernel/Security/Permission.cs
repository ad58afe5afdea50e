namespace PartyCms.Kernel.Security;

/// <summary>Something a user may be allowed to do; also the name of an authorization policy.</summary>
/// <param name="Name">Dotted lower-case name with the module first, such as <c>news.publish</c>.</param>
/// <param name="DisplayName">What it allows, in Chinese.</param>
/// <param name="Roles">Roles that hold it. An administrator holds all.</param>
public sealed record Permission(string Name, string DisplayName, params IReadOnlyList<string> Roles)
{
    /// <summary>
    /// Whether it reaches beyond any part of the tree, so that a role given for a part does not bring it: who may give
    /// roles, for example, could give himself every other one.
    /// </summary>
    public bool IsSiteWide { get; init; }

    /// <summary>Names that Orchard Core has for it; a role that came by a recipe holds it under any of them.</summary>
    public IReadOnlyList<string> KnownAs { get; init; } = [];
}
