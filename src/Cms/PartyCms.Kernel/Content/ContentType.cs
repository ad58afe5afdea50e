using PartyCms.Kernel.Content.Definitions;

namespace PartyCms.Kernel.Content;

/// <summary>A kind of content that a module brings.</summary>
/// <param name="Name">Identifier on the wire, such as <c>BranchNews</c>.</param>
/// <param name="DisplayName">Its Chinese name, such as 支部动态.</param>
/// <param name="PathPrefix">
/// First segment of its public addresses, such as <c>news</c>; also its permalinks' prefix. Empty for a type without
/// pages of its own: its items stand at whatever address their <c>AutoroutePart</c> says, or at none.
/// </param>
/// <param name="EditPermission">Who may see drafts, write and change them.</param>
/// <param name="PublishPermission">Who may publish and withdraw.</param>
/// <param name="NeedsBranch">Whether each item belongs to one branch.</param>
public sealed record ContentType(
    string Name,
    string DisplayName,
    string PathPrefix,
    string EditPermission,
    string PublishPermission,
    bool NeedsBranch)
{
    /// <summary>What it is made of. Null only in a module's declaration that leaves it to the usual parts of an article.</summary>
    public ContentTypeDefinition? Definition { get; init; }

    /// <summary>Whether its items have public addresses.</summary>
    public bool HasAddress => PathPrefix.Length > 0 || Definition?.Has(StandardParts.Autoroute) == true;
}
