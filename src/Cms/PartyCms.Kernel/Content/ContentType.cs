namespace PartyCms.Kernel.Content;

/// <summary>A kind of content that a module brings.</summary>
/// <param name="Name">Identifier on the wire, such as <c>BranchNews</c>.</param>
/// <param name="DisplayName">Its Chinese name, such as 支部动态.</param>
/// <param name="PathPrefix">First segment of its public addresses, such as <c>news</c>; also its permalinks' prefix.</param>
/// <param name="EditPermission">Who may see drafts, write and change them.</param>
/// <param name="PublishPermission">Who may publish and withdraw.</param>
/// <param name="NeedsBranch">Whether each item belongs to one branch.</param>
public sealed record ContentType(
    string Name,
    string DisplayName,
    string PathPrefix,
    string EditPermission,
    string PublishPermission,
    bool NeedsBranch);
