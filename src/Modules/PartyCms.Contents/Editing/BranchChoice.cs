using PartyCms.Kernel.Content;
using PartyCms.Kernel.Security;
using PartyCms.Organization.Contracts;

namespace PartyCms.Contents.Editing;

/// <summary>For which branches the caller may write items of a type.</summary>
internal sealed class BranchChoice(BranchDirectory branches, Caller caller)
{
    /// <summary>Whether an item may belong to no branch but to the platform.</summary>
    public bool OffersPlatform(ContentType type) => !type.NeedsBranch && caller.ScopeOf(type.EditPermission).IsEverywhere;

    /// <summary>The branches offered, in the order of the tree.</summary>
    public async Task<IReadOnlyList<BranchInfo>> ListAsync(ContentType type, CancellationToken cancellationToken)
    {
        await caller.LoadAsync(cancellationToken);
        return
        [
            .. (await branches.ListAsync(caller.ScopeOf(type.EditPermission), cancellationToken))
                .Where(unit => unit.IsBranch || !type.NeedsBranch),
        ];
    }
}
