using PartyCms.Kernel.Outbox;
using PartyCms.Organization.Contracts;

namespace PartyCms.Search.Index;

/// <summary>Lets what belongs to a branch be found by its new name.</summary>
internal sealed class ReindexRenamedUnit(ReindexItems items, BranchDirectory branches) : IEventSubscriber<OrgUnitRenamed>
{
    public Task HandleAsync(OrgUnitRenamed cmsEvent, CancellationToken cancellationToken)
    {
        // Another node may have remembered the old name for up to a minute.
        branches.Forget();
        return items.RunAsync(all => all.Where(summary => summary.OrgUnitId == cmsEvent.OrgUnitId), cancellationToken);
    }
}
